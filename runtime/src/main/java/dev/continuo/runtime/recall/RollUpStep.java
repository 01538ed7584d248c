package dev.continuo.runtime.recall;

import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.recall.Period;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.runtime.budget.CapReached;
import dev.continuo.runtime.budget.Deferrals;
import dev.continuo.runtime.budget.Fidelities;
import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Reservation.AtCap;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Rolls up what was learned in the days, weeks or quarters that have ended. */
final class RollUpStep implements StepHandler {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** After that the table is asked again whether there is room. */
  private static final Duration DEFERRED = Duration.ofHours(6);

  /** After that it is looked whether the owner has answered. */
  private static final Duration ASKED = Duration.ofHours(1);

  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "roll-up",
          "Roll up what was learned",
          "Memory",
          "archive",
          EffectClass.MEMORY,
          Lane.BACKGROUND,
          RetryClass.PATIENT,
          List.of(new StepPort("period", "header", "session, week or quarter", true)),
          List.of(new StepPort("rolledUp", "number", "How many roll-ups were written", true)),
          "Sums up what memory learned about each client in a day, a week or a quarter that has"
              + " ended: the header period says which. A roll-up points to its sources and replaces"
              + " none of them; doing it again changes nothing. With a language model it is written by it, as"
              + " far as the plan has room. The house table Fidelity may put it off or"
              + " leave it out while money is short; what is put off is tried again for a week.");

  private final Recall recall;
  private final Supplier<ZoneId> zone;
  private final Fidelities fidelities;
  private final Voices voices;
  private final Deferrals deferrals;

  RollUpStep(
      Recall recall,
      Supplier<ZoneId> zone,
      Fidelities fidelities,
      Voices voices,
      Deferrals deferrals) {
    this.deferrals = deferrals;
    this.fidelities = fidelities;
    this.voices = voices;
    this.recall = recall;
    this.zone = zone;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    String named = step.headers().getOrDefault("period", "session");
    Period period;
    try {
      period = Period.valueOf(named.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return new StepOutcome.Incident(
          "Nothing was rolled up.",
          "There is no period '" + named + "'.",
          "Set the header period to session, week or quarter and release the flow again.");
    }
    Fidelity fidelity = fidelities.of(DESCRIPTOR.lane(), DESCRIPTOR.id(), step);
    return switch (fidelity.pace()) {
      case NOW, BATCH ->
          write(period, fidelity, step); // the flow runs by night, for all clients together
      case DEFER ->
          deferrals.again(step)
              ? new StepOutcome.Retry(DEFERRED, fidelity.reason())
              : write(period, fidelity, step);
      case STOP -> new StepOutcome.Done(Map.of("rolledUp", 0)); // the next time writes them, too
    };
  }

  private StepOutcome write(Period period, Fidelity fidelity, StepContext step) {
    try {
      var author = new ModelAuthor(voices, fidelity, step, () -> deferrals.again(step));
      int written = recall.rollUps().write(period, zone.get(), author);
      return new StepOutcome.Done(Map.of("rolledUp", written));
    } catch (CapReached cap) {
      return new StepOutcome.Retry(
          cap.refused().atCap() == AtCap.ASK ? ASKED : DEFERRED, cap.refused().reason());
    } catch (MemoryUnavailable away) {
      return new StepOutcome.Retry(PAUSE, String.valueOf(away.getMessage()));
    }
  }
}

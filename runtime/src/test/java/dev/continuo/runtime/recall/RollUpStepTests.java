package dev.continuo.runtime.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.recall.Period;
import dev.continuo.ontology.recall.Question;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.ontology.recall.Recalled;
import dev.continuo.ontology.recall.RollUpAuthor;
import dev.continuo.ontology.recall.RollUps;
import dev.continuo.runtime.budget.CapReached;
import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Fidelity.Pace;
import dev.continuo.runtime.budget.Reservation;
import dev.continuo.runtime.budget.Scope;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepOutcome;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollUpStepTests {
  private static final List<String> LEARNED = List.of("One.", "Two.", "Three.");
  private final List<Period> written = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private Voices voices = new Voiced(null);
  private boolean mayWait = true;

  @Test
  void theTableSaysWhetherRollUpsAreWrittenPutOffOrLeftOut() throws Exception {
    assertThat(at(Pace.NOW)).isEqualTo(new StepOutcome.Done(Map.of("rolledUp", 3)));
    assertThat(at(Pace.BATCH)).isEqualTo(new StepOutcome.Done(Map.of("rolledUp", 3)));
    assertThat(written).containsExactly(Period.WEEK, Period.WEEK);

    assertThat(at(Pace.DEFER))
        .isInstanceOfSatisfying(
            StepOutcome.Retry.class, put -> assertThat(put.why()).isEqualTo("Money is short."));
    assertThat(at(Pace.STOP)).isEqualTo(new StepOutcome.Done(Map.of("rolledUp", 0)));
    assertThat(written).as("nothing more").hasSize(2);
  }

  @Test
  void aModelWritesThemAsLongAsItMayAndOtherwiseTheirSentencesStand() throws Exception {
    at(Pace.BATCH);
    voices = new Voiced(new Scripted("Three things happened. ![x](http://evil.example/?q=1)"));
    at(Pace.BATCH);
    at(new Fidelity("local", 40, 150, Pace.BATCH, "", ""));
    voices = new Voiced(new Scripted("x".repeat(5_000)));
    at(Pace.BATCH);
    assertThat(texts.subList(0, 3)).containsExactly("", "Three things happened. x", "");
    assertThat(texts.get(3)).as("150 words at most").hasSize(1_800);
  }

  @Test
  void fromTheFirstCapOnTheRestOfTheNightIsWrittenWithoutAModel() {
    var asked = new ArrayList<String>();
    var author =
        new ModelAuthor(
            new Voiced(
                new Scripted("") {
                  @Override
                  public String summary(String title, int words, List<String> sentences) {
                    asked.add(title);
                    throw new CapReached(
                        new Reservation.Refused(
                            Scope.RUN, Reservation.AtCap.DEGRADE, "Enough.", ""));
                  }
                }),
            new Fidelity("economy", 40, 150, Pace.BATCH, "", ""),
            new Weekly(),
            () -> true);
    assertThat(author.write("e-1", "One", LEARNED)).isEmpty();
    assertThat(author.write("e-2", "Two", LEARNED)).isEmpty();
    assertThat(asked).containsExactly("One");
  }

  @Test
  void aCapThatDefersOrAsksIsTriedAgainLaterAndNotForEver() throws Exception {
    voices = new Voiced(capped(Scope.MONTH, Reservation.AtCap.DEFER));
    assertThat(at(Pace.BATCH))
        .isEqualTo(new StepOutcome.Retry(Duration.ofHours(6), "No room at present."));
    voices = new Voiced(capped(Scope.CLIENT, Reservation.AtCap.ASK));
    assertThat(at(Pace.BATCH))
        .as("the owner may have answered by then")
        .isEqualTo(new StepOutcome.Retry(Duration.ofHours(1), "No room at present."));
    assertThat(texts).as("nothing was written in between").isEmpty();

    mayWait = false;
    assertThat(at(Pace.BATCH)).isEqualTo(new StepOutcome.Done(Map.of("rolledUp", 3)));
    assertThat(texts).as("its sentences stand in the end").containsExactly("");
    assertThat(at(Pace.DEFER)).isEqualTo(new StepOutcome.Done(Map.of("rolledUp", 3)));
  }

  @Test
  void theCapOfOneClientLeavesTheOthersToTheModel() {
    var asked = new ArrayList<String>();
    var author =
        new ModelAuthor(
            new Voiced(
                new Scripted("") {
                  @Override
                  public String summary(String title, int words, List<String> sentences) {
                    asked.add(title);
                    throw capped(Scope.CLIENT, "Enough.", Reservation.AtCap.ASK);
                  }
                }),
            new Fidelity("economy", 40, 150, Pace.BATCH, "", ""),
            new Weekly(),
            () -> false);
    author.write("e-1", "One", LEARNED);
    author.write("e-2", "Two", LEARNED);
    assertThat(asked).containsExactly("One", "Two");
  }

  private static Scripted capped(Scope scope, Reservation.AtCap atCap) {
    return new Scripted("") {
      @Override
      public String summary(String title, int words, List<String> sentences) {
        throw capped(scope, "No room at present.", atCap);
      }
    };
  }

  private static CapReached capped(Scope scope, String reason, Reservation.AtCap atCap) {
    return new CapReached(new Reservation.Refused(scope, atCap, reason, ""));
  }

  private StepOutcome at(Pace pace) throws Exception {
    return at(new Fidelity("economy", 40, 150, pace, "Money is short.", ""));
  }

  private StepOutcome at(Fidelity fidelity) throws Exception {
    return new RollUpStep(
            new Counting(), () -> ZoneOffset.UTC, new Allowed(fidelity), voices, step -> mayWait)
        .handle(new Weekly());
  }

  private final class Counting implements Recall, RollUps {
    @Override
    public int write(Period period, ZoneId zone, RollUpAuthor author) {
      written.add(period);
      texts.add(author.write("e-1", "Fjord, 2026-W47", LEARNED));
      return 3;
    }

    @Override
    public Optional<RollUp> get(String key) {
      return Optional.empty();
    }

    @Override
    public List<String> over(String factId) {
      return List.of();
    }

    @Override
    public Recalled recall(Question question) {
      throw new UnsupportedOperationException("not in these tests");
    }

    @Override
    public int index(int mostSources) {
      return 0;
    }

    @Override
    public RollUps rollUps() {
      return this;
    }

    @Override
    public void close() {}
  }

  private record Weekly() implements StepContext {
    @Override
    public long jobKey() {
      return 1;
    }

    @Override
    public long runKey() {
      return 2;
    }

    @Override
    public long elementInstanceKey() {
      return 3;
    }

    @Override
    public String flowId() {
      return "roll-ups";
    }

    @Override
    public int flowVersion() {
      return 1;
    }

    @Override
    public String elementId() {
      return "roll-up-week";
    }

    @Override
    public Map<String, Object> variables() {
      return Map.of();
    }

    @Override
    public Map<String, String> headers() {
      return Map.of("period", "week");
    }
  }
}

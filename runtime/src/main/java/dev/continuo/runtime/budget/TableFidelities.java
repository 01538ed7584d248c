package dev.continuo.runtime.budget;

import dev.continuo.runtime.budget.Fidelity.Pace;
import dev.continuo.runtime.decision.DecisionFailed;
import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.DecisionResult;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.TableNotFound;
import dev.continuo.runtime.decision.TableNotReleased;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.StepContext;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Fidelities} by the house table <em>Fidelity</em>. */
final class TableFidelities implements Fidelities {
  private static final Logger log = LoggerFactory.getLogger(TableFidelities.class);
  private static final String TABLE = "fidelity";
  private final Decisions decisions;
  private final Plan plan;

  TableFidelities(Decisions decisions, Plan plan) {
    this.decisions = decisions;
    this.plan = plan;
  }

  @Override
  public Fidelity of(Lane lane, String task) {
    return ask(lane, task, null);
  }

  @Override
  public Fidelity of(Lane lane, String task, StepContext step) {
    return ask(lane, task, step);
  }

  private Fidelity ask(Lane lane, String task, @Nullable StepContext step) {
    try {
      return fidelity(
          decisions.evaluate(
              new DecisionRequest(
                  TABLE,
                  null,
                  inputs(lane, task, plan.spent()),
                  step == null ? null : step.runKey(),
                  step == null ? null : step.elementInstanceKey(),
                  step == null ? null : step.elementId())));
    } catch (DecisionFailed | TableNotFound | TableNotReleased none) {
      log.warn("Fidelity has no answer, so nothing is saved on: {}", none.getMessage());
      return Fidelity.full();
    }
  }

  /** What the table would say with so much spent; not recorded, because nobody acts on it. */
  Fidelity preview(Lane lane, String task, Plan.Spent spent) {
    try {
      return fidelity(decisions.preview(DecisionRequest.of(TABLE, inputs(lane, task, spent))));
    } catch (DecisionFailed | TableNotFound | TableNotReleased none) {
      return Fidelity.full();
    }
  }

  private static Map<String, @Nullable Object> inputs(Lane lane, String task, Plan.Spent spent) {
    return Map.of(
        "spendRatio", spent.share(),
        "forecastRatio", spent.forecast(),
        "lane", lane.word(),
        "task", task);
  }

  private static Fidelity fidelity(DecisionResult answer) {
    var full = Fidelity.full();
    var outputs = answer.outputs();
    var row =
        answer.hits().isEmpty()
            ? "Fidelity v%d".formatted(answer.version())
            : "Fidelity v%d, row %d: %s"
                .formatted(
                    answer.version(),
                    answer.hits().getFirst().number(),
                    answer.hits().getFirst().words());
    return new Fidelity(
        outputs.get("tier") instanceof String tier ? tier : full.tier(),
        number(outputs.get("recallDepth"), full.recallDepth()),
        number(outputs.get("summaryLength"), full.summaryLength()),
        pace(outputs.get("pace")),
        outputs.get("reason") instanceof String reason ? reason : "",
        row);
  }

  private static int number(@Nullable Object value, int otherwise) {
    return value instanceof Number number ? Math.clamp(number.longValue(), 1, 10_000) : otherwise;
  }

  private static Pace pace(@Nullable Object value) {
    return Arrays.stream(Pace.values())
        .filter(pace -> pace.name().equalsIgnoreCase(String.valueOf(value)))
        .findFirst()
        .orElse(Pace.NOW);
  }
}

package dev.continuo.runtime.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.recall.Period;
import dev.continuo.ontology.recall.Question;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.ontology.recall.Recalled;
import dev.continuo.ontology.recall.RollUps;
import dev.continuo.runtime.decision.fidelity.Fidelity;
import dev.continuo.runtime.decision.fidelity.Fidelity.Pace;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepOutcome;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollUpStepTests {
  private final List<Period> written = new ArrayList<>();

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

  private StepOutcome at(Pace pace) throws Exception {
    var fidelity = new Fidelity("economy", 40, 150, pace, "Money is short.", "");
    return new RollUpStep(new Counting(), () -> ZoneOffset.UTC, new Allowed(fidelity))
        .handle(new Weekly());
  }

  private final class Counting implements Recall, RollUps {
    @Override
    public int write(Period period, ZoneId zone) {
      written.add(period);
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

package dev.continuo.rules.replay;

import static dev.continuo.rules.table.ModelText.aTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static CompiledTable table(String bound) {
    return ((Compiled)
            Tables.open()
                .compile(
                    aTable()
                        .row("\"gold\"", "< " + bound, "1", "\"ask\"")
                        .row("\"gold\"", ">= " + bound, "2", "\"allow\"")
                        .xml()))
        .table();
  }

  private static List<RecordedAnswer> recorded(CompiledTable released, int count) {
    var recorded = new ArrayList<RecordedAnswer>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> inputs = Map.of("tier", "gold", "amount", i);
      recorded.add(new RecordedAnswer("r" + i, inputs, released.evaluate(inputs).outputs()));
    }
    return recorded;
  }

  @Test
  void countsAndNamesWhatTheCandidateAnswersDifferently() {
    var recorded = recorded(table("400"), 1_200);
    var changed = new ArrayList<ChangedAnswer>();
    var candidate = table("500");

    var report =
        Replay.withRecorded(
            candidate, candidate.mainDecision().id(), recorded.iterator(), changed::add);

    assertThat(report.asked()).isEqualTo(1_200);
    assertThat(report.changed()).isEqualTo(100);
    assertThat(report.failed()).isZero();
    assertThat(changed).extracting(c -> c.recorded().id()).startsWith("r400").endsWith("r499");
    assertThat(report.shifts())
        .containsExactlyInAnyOrder(
            new Shift("action", "allow", "ask", 100),
            new Shift("fit", new BigDecimal("2"), new BigDecimal("1"), 100));
  }

  @Test
  void numbersOfOneValueAreTheSameAnswer() {
    var recorded =
        List.of(
            new RecordedAnswer(
                "r", Map.of("tier", "gold", "amount", 1), Map.of("fit", 1.0, "action", "ask")));
    var candidate = table("400");

    assertThat(
            Replay.withRecorded(
                    candidate, candidate.mainDecision().id(), recorded.iterator(), c -> {})
                .changed())
        .isZero();
  }

  @Test
  void comparesWithTheReleasedTableOfToday() {
    var old = table("100");
    var candidate = table("500");

    var report =
        Replay.withReleased(
            candidate,
            table("450"),
            candidate.mainDecision().id(),
            recorded(old, 1_000).iterator(),
            c -> {});

    assertThat(report.changed()).isEqualTo(50);
  }

  @Test
  void aQuestionThatCannotBeAnsweredIsAFailure() {
    var recorded = List.of(new RecordedAnswer("r", Map.of("tier", "gold"), Map.of("fit", 1)));
    var changed = new ArrayList<ChangedAnswer>();
    var candidate = table("400");

    var report =
        Replay.withRecorded(
            candidate, candidate.mainDecision().id(), recorded.iterator(), changed::add);

    assertThat(report.failed()).isEqualTo(1);
    assertThat(changed.getFirst().failed()).isTrue();
  }
}

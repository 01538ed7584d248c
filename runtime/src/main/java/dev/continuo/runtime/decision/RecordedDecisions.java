package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.util.List;

/** {@link Decisions} whose every answer is kept by {@link Recording}. */
final class RecordedDecisions implements Decisions {
  private final ReleasedTables released;
  private final DecisionLog log;
  private final Recording recording;
  private final TableUses uses;

  RecordedDecisions(ReleasedTables released, DecisionLog log, Recording recording, TableUses uses) {
    this.released = released;
    this.log = log;
    this.recording = recording;
    this.uses = uses;
  }

  @Override
  public DecisionResult evaluate(DecisionRequest request) {
    var asked = ask(request);
    long id =
        recording.keep(
            request,
            asked.table().version(),
            asked.decision(),
            asked.answer(),
            asked.usable(),
            asked.micros(),
            asked.title());
    return result(request, asked, id);
  }

  @Override
  public DecisionResult preview(DecisionRequest request) {
    return result(request, ask(request), 0);
  }

  private record Asked(
      ReleasedTables.Released table,
      String decision,
      String title,
      Evaluation answer,
      long micros) {
    boolean usable() {
      return answer.answered() && !answer.outputs().isEmpty();
    }
  }

  private Asked ask(DecisionRequest request) {
    var table = released.find(request.tableId(), request.version());
    var decision =
        request.decisionId() == null ? table.table().mainDecision().id() : request.decisionId();
    long begin = System.nanoTime();
    var answer = table.table().evaluate(decision, request.inputs());
    long micros = (System.nanoTime() - begin) / 1_000;
    return new Asked(table, decision, title(table, decision), answer, micros);
  }

  private static DecisionResult result(DecisionRequest request, Asked asked, long id) {
    if (!asked.usable()) {
      throw new DecisionFailed(
          asked.title(), asked.table().version(), reasons(asked.title(), asked.answer()));
    }
    return new DecisionResult(
        id,
        request.tableId(),
        asked.title(),
        asked.table().version(),
        PlainValues.of(asked.answer().outputs()),
        asked.answer().hits(),
        asked.answer().problems());
  }

  @Override
  public List<RecordedDecision> ofRun(long runKey) {
    recording.settle();
    return log.ofRun(runKey);
  }

  @Override
  public List<RecordedDecision> latest(String tableId, int most) {
    recording.settle();
    return log.latest(tableId, most);
  }

  @Override
  public TableUse use(String tableId) {
    return uses.of(tableId);
  }

  private static String title(ReleasedTables.Released asked, String decision) {
    return asked.table().decisions().stream()
        .filter(shape -> shape.id().equals(decision) || shape.name().equals(decision))
        .findFirst()
        .map(shape -> shape.name())
        .orElse(asked.table().name());
  }

  /** The problem that stopped the answer first; a table without a row that fits has one, too. */
  private static List<Finding> reasons(String title, Evaluation answer) {
    var sorted =
        answer.problems().stream()
            .sorted(java.util.Comparator.comparing(Finding::severity))
            .sorted(java.util.Comparator.comparing(f -> !f.isError() && !f.code().equals("no-row")))
            .toList();
    return sorted.isEmpty()
        ? List.of(
            Finding.error(
                "no-answer",
                Place.table(title),
                "It answered nothing.",
                "No row gave a value.",
                "Add a last row that covers everything else."))
        : sorted;
  }
}

package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Decisions} that keep every answer in PostgreSQL and tell it in the run's trace. */
final class RecordedDecisions implements Decisions {
  private final ReleasedTables released;
  private final DecisionLog log;
  private final DecisionTrace trace;
  private final TransactionTemplate transactions;

  RecordedDecisions(
      ReleasedTables released,
      DecisionLog log,
      DecisionTrace trace,
      TransactionTemplate transactions) {
    this.released = released;
    this.log = log;
    this.trace = trace;
    this.transactions = transactions;
  }

  @Override
  public DecisionResult evaluate(DecisionRequest request) {
    var asked = released.find(request.tableId(), request.version());
    var decision =
        request.decisionId() == null ? asked.table().mainDecision().id() : request.decisionId();
    long begin = System.nanoTime();
    var answer = asked.table().evaluate(decision, request.inputs());
    long micros = (System.nanoTime() - begin) / 1_000;
    boolean usable = answer.answered() && !answer.outputs().isEmpty();
    var title = title(asked, decision);
    long id = record(request, asked, decision, answer, usable, micros, title);
    if (!usable) {
      throw new DecisionFailed(title, asked.version(), reasons(title, answer));
    }
    return new DecisionResult(
        id,
        request.tableId(),
        title,
        asked.version(),
        PlainValues.of(answer.outputs()),
        answer.hits(),
        answer.problems());
  }

  private long record(
      DecisionRequest request,
      ReleasedTables.Released asked,
      String decision,
      Evaluation answer,
      boolean usable,
      long micros,
      String title) {
    Long id =
        transactions.execute(
            tx -> {
              var entry =
                  new DecisionLog.Entry(request, asked.version(), decision, answer, usable, micros);
              long written = log.write(entry);
              trace.tell(entry, title, written);
              return written;
            });
    return java.util.Objects.requireNonNull(id);
  }

  @Override
  public List<RecordedDecision> ofRun(long runKey) {
    return log.ofRun(runKey);
  }

  @Override
  public List<RecordedDecision> latest(String tableId, int most) {
    return log.latest(tableId, most);
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

package dev.continuo.runtime.budget;

import dev.continuo.runtime.erasure.ClientErased;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger needs beside the rounds: the start after a crash, the trace, erasures. */
class BudgetUpkeep {
  private static final Logger log = LoggerFactory.getLogger(BudgetUpkeep.class);
  private final StoredRounds rounds;
  private final ObjectProvider<Trace> trace;
  private final JdbcClient jdbc;
  private final Instant begin = Instant.now();

  BudgetUpkeep(StoredRounds rounds, ObjectProvider<Trace> trace, JdbcClient jdbc) {
    this.rounds = rounds;
    this.trace = trace;
    this.jdbc = jdbc;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    int lost = rounds.settleLost(begin);
    if (lost > 0) {
      log.info("{} model rounds were cut off and are counted at their most", lost);
    }
  }

  @EventListener
  void on(RoundSettled round) {
    Long runKey = round.runKey();
    if (runKey == null) {
      return;
    }
    var how = round.settlement();
    trace.ifAvailable(
        told ->
            told.record(
                new TraceEntry(
                    "round-" + round.key(),
                    runKey,
                    null,
                    round.elementId(),
                    TraceKind.AGENT,
                    String.format(
                        Locale.ROOT,
                        "asks %s to %s for EUR %.4f.",
                        round.model(),
                        round.task(),
                        how.micros() / 1e6),
                    Map.of(
                        "ending", how.ending().name().toLowerCase(Locale.ROOT),
                        "tokensIn", how.tokensIn(),
                        "tokensOut", how.tokensOut(),
                        "euros", how.micros() / 1e6),
                    Instant.now())));
  }

  /** What was spent stays, whom it was for goes. */
  @EventListener
  void on(ClientErased erased) {
    String[] ids = erased.entityIds().toArray(String[]::new);
    jdbc.sql(
            """
            UPDATE budget_round SET client = NULL,
              scopes = ARRAY(SELECT s FROM unnest(scopes) s WHERE s NOT LIKE 'client:%')
            WHERE client = ANY(?)
            """)
        .param(ids)
        .update();
    jdbc.sql("DELETE FROM budget_taken WHERE scope LIKE 'client:%' AND substr(scope, 16) = ANY(?)")
        .param(ids)
        .update();
    jdbc.sql(
            "DELETE FROM budget_loan WHERE counted LIKE 'client:%' AND substr(counted, 16) = ANY(?)")
        .param(ids)
        .update();
  }
}

package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;

/** What somebody still owes, by the day it is due. */
final class Commitments {
  private final TransactionContext tx;
  private final Rows rows;

  Commitments(TransactionContext tx, Rows rows) {
    this.tx = tx;
    this.rows = rows;
  }

  /** The due facts that hold now, of commitments that are open now. */
  List<Fact> due(Instant before, Instant now, int limit) {
    return tx
        .run(
            """
            MATCH (c:Commitment)<-[:SUBJECT]-(f:Fact {predicate: 'vf:due'})
            WHERE f.recordedTo IS NULL AND f.validFrom <= $now
              AND (f.validTo IS NULL OR $now < f.validTo)
              AND datetime(f.value) < $before
              AND NOT EXISTS {
                MATCH (c)<-[:SUBJECT]-(s:Fact {predicate: 'continuo:state'})
                WHERE s.recordedTo IS NULL AND s.validFrom <= $now
                  AND (s.validTo IS NULL OR $now < s.validTo) AND s.value <> 'open'
              }
            WITH f ORDER BY datetime(f.value), f.factId LIMIT $limit
            """
                + Rows.FACT,
            Map.of("before", Times.stored(before), "now", Times.stored(now), "limit", limit))
        .list(rows::fact)
        .stream()
        .sorted(
            Comparator.comparing((Fact due) -> Instant.parse(due.value().words()))
                .thenComparing(Fact::factId))
        .toList();
  }
}

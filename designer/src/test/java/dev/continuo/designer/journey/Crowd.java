package dev.continuo.designer.journey;

import dev.continuo.designer.testing.RunningContinuo;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Many people of one house, put into the store as memory would, but at once. */
final class Crowd {
  private static final int AT_ONCE = 1_000;

  private Crowd() {}

  static void of(RunningContinuo continuo, int people) {
    try (var driver = driver(continuo);
        var session = driver.session()) {
      session
          .run(
              """
              CREATE (hub:Entity:Organisation {id: 'crowd-house', kind: 'org:Organization',
                  key: 'domain:crowd.example', label: 'House of the Crowd', aliases: [],
                  firstSeen: datetime('2026-01-01T00:00:00Z'), rev: 1}),
                (:Key {key: 'domain:crowd.example'})-[:OF]->(hub),
                (a:Activity {key: 'crowd', agent: 'notes', detail: '', cost: '0',
                  at: datetime('2026-01-01T00:00:00Z')}),
                (ep:Episode {key: 'note:crowd', kind: 'note', title: 'The staff',
                  text: 'They all work there.', occurredAt: datetime('2026-01-01T00:00:00Z')})
              """)
          .consume();
      for (int from = 1; from <= people; from += AT_ONCE) {
        session
            .run(
                """
                MATCH (hub:Entity {id: 'crowd-house'}), (a:Activity {key: 'crowd'}),
                  (ep:Episode {key: 'note:crowd'})
                UNWIND range($from, $to) AS n
                CREATE (p:Entity:Person {id: 'crowd-' + n, kind: 'schema:Person',
                  key: 'mailto:' + n + '@crowd.example', label: 'Crowd ' + n, aliases: [],
                  firstSeen: datetime('2026-01-01T00:00:00Z'), comparedAt: datetime(), rev: 1})
                CREATE (f:Fact {factId: 'crowd-' + n, slotKey: 'crowd-' + n,
                  predicate: 'schema:worksFor', valueType: 'REF', value: '',
                  sentence: 'Crowd ' + n + ' works for House of the Crowd.',
                  validFrom: datetime('2026-01-01T00:00:00Z'),
                  recordedFrom: datetime('2026-01-01T00:00:00Z'), confidence: 0.9, rank: 'MAIL',
                  ordinal: 0, recordedBy: 'crowd'})
                CREATE (f)-[:SUBJECT]->(p), (f)-[:OBJECT]->(hub), (f)-[:GENERATED_BY]->(a),
                  (f)-[:EVIDENCE {quote: 'They all work there.', start: 0, end: 20}]->(ep)
                """,
                Map.of("from", from, "to", Math.min(people, from + AT_ONCE - 1)))
            .consume();
      }
    }
  }

  /** Takes them all out again. */
  static void leaves(RunningContinuo continuo) {
    try (var driver = driver(continuo);
        var session = driver.session()) {
      session
          .run(
              """
              MATCH (n) WHERE n.id STARTS WITH 'crowd-' OR n.factId STARTS WITH 'crowd-'
                OR n.key IN ['crowd', 'note:crowd', 'domain:crowd.example']
              CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS
              """)
          .consume();
    }
  }

  private static Driver driver(RunningContinuo continuo) {
    var at = continuo.engines();
    return GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.neo4jUser(), at.neo4jPassword()));
  }
}

package dev.continuo.ontology.memory.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryActivity;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.NameLikeness;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.WithheldFact;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/**
 * With very many facts and episodes in the store, every list still answers, a piece at a time.
 * {@code -Dcontinuo.long-lists=100000} walks more than the usual build does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class LongListsIT {
  private static final int SIZE = Integer.getInteger("continuo.long-lists", 10_000);
  private static final int HUB = 5_200;
  private static final AsOf NOW = AsOf.now();

  private final List<MemoryActivity> told = new CopyOnWriteArrayList<>();
  private Memory memory;

  @BeforeAll
  void fill() {
    var at = OwnStore.emptied();
    Activities activities = told::add;
    memory =
        Neo4jMemory.open(
            at, new MemoryOptions(activities, NameLikeness.none(), InstantSource.system()));
    try (var driver =
            GraphDatabase.driver(at.boltUri(), AuthTokens.basic(at.user(), at.password()));
        var session = driver.session()) {
      var parameters = Map.<String, Object>of("size", SIZE, "hub", HUB);
      for (String statement : STATEMENTS) {
        session.run(statement, parameters).consume();
      }
      session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume();
    }
    assertThat(memory.rebuildEdges()).isEqualTo(HUB);
  }

  @AfterAll
  void end() {
    told.stream()
        .collect(Collectors.groupingBy(MemoryActivity::name))
        .forEach(
            (name, all) ->
                System.out.printf(
                    "%s: %d reads, the longest %.0f ms%n",
                    name,
                    all.size(),
                    all.stream().mapToLong(MemoryActivity::micros).max().orElse(0) / 1_000.0));
    memory.close();
  }

  @Test
  void oneClientWithVeryManyFactsIsReadToTheEnd() {
    var groups = memory.browse().groups("client", NOW, 6);
    assertThat(groups).singleElement().satisfies(g -> assertThat(g.total()).isEqualTo(SIZE));
    assertThat(groups.getFirst().facts()).hasSize(6);
    var ids = new ArrayList<String>();
    for (int from = 0; from < SIZE; from += 5_000) {
      memory.browse().facts("client", "schema:telephone", NOW, "", new Slice(from, 5_000)).stream()
          .map(fact -> fact.factId())
          .forEach(ids::add);
    }
    assertThat(ids).hasSize(SIZE).doesNotHaveDuplicates();
    assertThat(memory.browse().sources("client", false, NOW, "", new Slice(SIZE - 10, 40)))
        .hasSize(10);
    assertThat(
            memory
                .browse()
                .facts("client", "schema:telephone", NOW, "number " + SIZE, Slice.first(5)))
        .hasSize(1);
    assertThat(memory.browse().sources("client", false, NOW, "mail " + SIZE, Slice.first(5)))
        .hasSize(1);
  }

  @Test
  void aSlotThatHadVeryManyRowsIsReadAPieceAtATime() {
    var detail = memory.fact("r-1").orElseThrow();
    assertThat(detail.rows()).isEqualTo(HUB);
    assertThat(memory.browse().history("r-1", "", new Slice(HUB - 3, 40)))
        .extracting(fact -> fact.factId())
        .containsExactly("r-" + (HUB - 2), "r-" + (HUB - 1), "r-" + HUB);
    assertThat(memory.browse().history("r-1", "role " + HUB, Slice.first(40))).hasSize(1);
  }

  @Test
  void theListsOfAllOfMemoryHaveTheirFirstAndTheirLastPieces() {
    var browse = memory.browse();
    assertThat(browse.latest(Slice.first(40))).hasSize(40);
    assertThat(browse.latest(new Slice(SIZE - 5, 40))).hasSizeGreaterThanOrEqualTo(5);
    assertThat(browse.episodes("", new Slice(SIZE - 5, 40))).hasSize(5);
    assertThat(browse.things("schema:Person", "", new Slice(HUB - 5, 40))).hasSize(6);
    assertThat(browse.search("number", SearchHit.Type.FACT, new Slice(40, 40))).hasSize(40);
    assertThat(browse.waiting().reviews()).isEqualTo(SIZE / 10);
    assertThat(browse.waiting().refused()).isEqualTo(SIZE / 10);
    assertThat(browse.withheld(WithheldFact.Status.REVIEW, "", Slice.first(40))).hasSize(40);
    assertThat(browse.withheld(WithheldFact.Status.REVIEW, "value " + SIZE / 10, Slice.first(40)))
        .hasSize(1);
    assertThat(browse.shaky("", Slice.first(40))).isEmpty();
  }

  @Test
  void aHubOfFiveThousandIsDrawnWhole() {
    var graph = memory.graph("hub", 1, 5_000, NOW);
    assertThat(graph.nodes()).hasSize(5_000);
    assertThat(graph.edges()).hasSize(4_999);
    assertThat(graph.truncated()).isTrue();
    assertThat(memory.graph("hub", 1, 30, NOW).nodes()).hasSize(30);
    assertThat(memory.graph("hub", 1, 60, NOW).nodes()).hasSize(60);
    assertThat(memory.browse().references("hub", NOW, "", new Slice(HUB - 5, 40))).hasSize(5);
  }

  /** Written as memory writes, but at once. */
  private static final List<String> STATEMENTS =
      List.of(
          """
          CREATE (:Entity:Person {id: 'client', kind: 'schema:Person', key: 'mailto:client',
              label: 'Client', aliases: [], firstSeen: datetime('2026-01-01T00:00:00Z'), rev: 1}),
            (:Entity:Organisation {id: 'hub', kind: 'org:Organization', key: 'domain:hub',
              label: 'Hub', aliases: [], firstSeen: datetime('2026-01-01T00:00:00Z'), rev: 1}),
            (:Activity {key: 'bulk', agent: 'test', detail: '', cost: '0',
              at: datetime('2026-01-01T00:00:00Z')})
          """,
          """
          UNWIND range(1, $size) AS n CALL (n) {
            MATCH (client:Entity {id: 'client'}), (a:Activity {key: 'bulk'})
            CREATE (ep:Episode {key: 'mail:' + n, kind: 'mail', title: 'Mail ' + n,
              text: 'The number is ' + n,
              occurredAt: datetime('2026-01-01T00:00:00Z') + duration({minutes: n})})
            CREATE (f:Fact {factId: 'f-' + n, slotKey: 's-' + n, predicate: 'schema:telephone',
              valueType: 'TEXT', value: toString(n), sentence: 'Client has the number ' + n,
              validFrom: datetime('2026-01-01T00:00:00Z') + duration({minutes: n}),
              recordedFrom: datetime('2026-01-01T00:00:00Z') + duration({minutes: n}),
              confidence: 0.9, rank: 'MAIL', ordinal: 0, recordedBy: 'bulk'})
            CREATE (f)-[:SUBJECT]->(client), (f)-[:GENERATED_BY]->(a),
              (f)-[:EVIDENCE {quote: 'number', start: 0, end: 3}]->(ep)
          } IN TRANSACTIONS OF 1000 ROWS
          """,
          """
          UNWIND range(1, $hub) AS n CALL (n) {
            MATCH (hub:Entity {id: 'hub'}), (a:Activity {key: 'bulk'}), (ep:Episode {key: 'mail:1'})
            CREATE (p:Entity:Person {id: 'p-' + n, kind: 'schema:Person', key: 'mailto:p' + n,
              label: 'Person ' + n, aliases: [], firstSeen: datetime('2026-01-01T00:00:00Z'),
              rev: 1})
            CREATE (f:Fact {factId: 'w-' + n, slotKey: 'w-' + n, predicate: 'schema:worksFor',
              valueType: 'REF', value: '', sentence: 'Person ' + n + ' works for Hub',
              validFrom: datetime('2026-01-01T00:00:00Z'),
              recordedFrom: datetime('2026-01-01T00:00:00Z'),
              confidence: 0.9, rank: 'MAIL', ordinal: 0, recordedBy: 'bulk'})
            CREATE (f)-[:SUBJECT]->(p), (f)-[:OBJECT]->(hub), (f)-[:GENERATED_BY]->(a),
              (f)-[:EVIDENCE {quote: 'works', start: 0, end: 3}]->(ep)
          } IN TRANSACTIONS OF 1000 ROWS
          """,
          """
          CREATE (:Slot {key: 'roles'})
          """,
          """
          UNWIND range(1, $hub) AS n CALL (n) {
            MATCH (hub:Entity {id: 'hub'}), (a:Activity {key: 'bulk'}), (ep:Episode {key: 'mail:1'}),
              (slot:Slot {key: 'roles'})
            CREATE (f:Fact {factId: 'r-' + n, slotKey: 'roles', predicate: 'schema:description',
              valueType: 'TEXT', value: 'role ' + n, sentence: 'Hub has the role ' + n,
              validFrom: datetime('2025-01-01T00:00:00Z') + duration({minutes: n}),
              recordedFrom: datetime('2025-01-01T00:00:00Z') + duration({minutes: n}),
              recordedTo: datetime('2025-01-01T00:00:00Z') + duration({minutes: n + 1}),
              confidence: 0.9, rank: 'MAIL', ordinal: 0, recordedBy: 'bulk'})
            CREATE (f)-[:SUBJECT]->(hub), (f)-[:GENERATED_BY]->(a), (f)-[:IN]->(slot),
              (f)-[:EVIDENCE {quote: 'role', start: 0, end: 3}]->(ep)
          } IN TRANSACTIONS OF 1000 ROWS
          """,
          """
          UNWIND range(1, $size / 5) AS n CALL (n) {
            CREATE (:Withheld {id: 'w-' + n, status: CASE n % 2 WHEN 0 THEN 'REVIEW' ELSE 'REJECTED' END,
              subjectKind: 'schema:Person', subjectKey: 'mailto:client', subjectLabel: 'Client',
              predicate: 'vcard:role', value: 'value ' + (n / 2),
              validFrom: datetime('2026-01-01T00:00:00Z'), rank: 'MAIL', confidence: 0.5,
              quote: '', episodeKey: 'mail:1', code: 'tie', message: 'A tie.',
              at: datetime('2026-01-01T00:00:00Z') + duration({minutes: n})})
          } IN TRANSACTIONS OF 1000 ROWS
          """);
}

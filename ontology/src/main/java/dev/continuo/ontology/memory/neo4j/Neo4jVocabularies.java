package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.AdoptedExtension;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Vocabularies;
import dev.continuo.ontology.memory.VocabularyReport;
import dev.continuo.ontology.memory.VocabularyReport.Change;
import dev.continuo.ontology.memory.VocabularyReport.Obstacle;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import dev.continuo.ontology.vocabulary.Extension;
import dev.continuo.ontology.vocabulary.Vocabulary;
import dev.continuo.ontology.vocabulary.VocabularyChange;
import dev.continuo.ontology.vocabulary.VocabularyRefused;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the terms in use, and the extension beside the facts that are written in its words. */
final class Neo4jVocabularies implements Vocabularies {
  private static final int MOST = 1_000;

  private final Store store;
  private final Writes writes;
  private final List<VocabularyChange> changes;
  private volatile Terms terms;

  Neo4jVocabularies(Store store, InstantSource clock) {
    this(store, clock, Vocabulary.changes());
  }

  Neo4jVocabularies(Store store, InstantSource clock, List<VocabularyChange> changes) {
    this.store = store;
    this.changes = List.copyOf(changes);
    this.terms = Terms.of(stored());
    this.writes = new Writes(store, this::terms, clock);
  }

  Terms terms() {
    return terms;
  }

  Writes writes() {
    return writes;
  }

  private Extension stored() {
    return store.read(
        new Question("extension", null, "memory_extension_number"),
        (tx, tally) ->
            tx
                .run(
                    """
                    MATCH (x:Extension) WHERE x.number > 0
                    RETURN x.turtle AS turtle ORDER BY x.number DESC LIMIT 1
                    """)
                .list(r -> Extension.read(r.get("turtle").asString()))
                .stream()
                .findFirst()
                .orElseGet(Extension::none));
  }

  @Override
  public Vocabulary current() {
    return terms.vocabulary();
  }

  @Override
  public Extension extension() {
    return terms.extension();
  }

  @Override
  public List<AdoptedExtension> history(int limit) {
    return store.read(
        new Question("extensions", null, "memory_extension_number"),
        (tx, tally) ->
            tx.run(
                    """
                    MATCH (x:Extension) WHERE x.number > 0
                    RETURN x ORDER BY x.number DESC LIMIT $limit
                    """,
                    Map.of("limit", Neo4jMemory.within(limit)))
                .list(
                    r ->
                        new AdoptedExtension(
                            r.get("x").get("number").asInt(),
                            r.get("x").get("version").asString(),
                            Times.read(r.get("x").get("at")),
                            r.get("x").get("by").asString(),
                            r.get("x").get("turtle").asString())));
  }

  @Override
  public VocabularyReport check(String extensionTurtle) {
    var findings = Extension.findings(extensionTurtle);
    if (!findings.isEmpty()) {
      return new VocabularyReport("", findings, List.of(), List.of(), false);
    }
    var next = Extension.read(extensionTurtle).vocabulary();
    return new VocabularyReport(next.version(), List.of(), List.of(), homeless(next), false);
  }

  /** Believed facts for which those terms have no predicate or no kind. */
  private List<Obstacle> homeless(Vocabulary next) {
    return store.readAll(
        new Question("homeless-facts", null, "memory_fact_predicate"),
        (tx, tally) ->
            tx.run(
                    """
                    MATCH (f:Fact)-[:SUBJECT]->(s:Entity)
                    WHERE f.recordedTo IS NULL
                      AND (NOT f.predicate IN $predicates OR NOT s.kind IN $kinds)
                    RETURN f.factId AS id, f.sentence AS sentence, f.predicate AS predicate,
                           s.kind AS kind LIMIT $most
                    """,
                    Map.of(
                        "predicates",
                        next.predicates().stream().map(p -> p.curie()).toList(),
                        "kinds",
                        next.kinds().stream().map(k -> k.curie()).toList(),
                        "most",
                        MOST))
                .list(
                    r ->
                        new Obstacle(
                            r.get("id").asString(),
                            r.get("sentence").asString(),
                            next.predicate(r.get("predicate").asString()).isEmpty()
                                ? r.get("predicate").asString() + " is no predicate any more."
                                : r.get("kind").asString() + " is no kind any more.")));
  }

  @Override
  public VocabularyReport adopt(String extensionTurtle, String who) {
    var report = check(extensionTurtle);
    if (!report.isClean()) {
      throw new VocabularyRefused(
          "extension",
          report.findings().isEmpty()
              ? report.obstacles().stream()
                  .map(o -> o.sentence() + " " + o.why())
                  .limit(20)
                  .toList()
              : report.findings());
    }
    var extension = Extension.read(extensionTurtle);
    store.write(
        new Question("adopt-extension", null, "memory_extension_number"),
        BigDecimal.ZERO,
        tx ->
            tx.run(
                    """
                    MERGE (s:Schema {name: 'vocabulary'})
                    SET s.number = coalesce(s.number, 0) + 1
                    CREATE (:Extension {number: s.number, turtle: $turtle, version: $version,
                                        at: datetime(), by: $who})
                    """,
                    Map.of("turtle", extensionTurtle, "version", report.version(), "who", who))
                .consume());
    terms = Terms.of(extension);
    return new VocabularyReport(report.version(), List.of(), List.of(), List.of(), true);
  }

  @Override
  public VocabularyReport dryRun() {
    return run(new VocabularyMigration(store, terms, changes), true, "dry run");
  }

  @Override
  public VocabularyReport migrate(String who) {
    return run(new VocabularyMigration(store, terms, changes), false, who);
  }

  private VocabularyReport run(VocabularyMigration migration, boolean dry, String who) {
    var changed = new ArrayList<Change>();
    var obstacles = new ArrayList<Obstacle>();
    for (Fact fact : migration.affected()) {
      migration.carryOver(fact, dry, who, writes, changed, obstacles);
    }
    return new VocabularyReport(
        current().version(), List.of(), changed, obstacles, !dry && !changed.isEmpty());
  }
}

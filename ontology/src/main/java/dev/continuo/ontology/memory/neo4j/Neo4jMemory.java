package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Archive;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Browsing;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Erasures;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactDetail;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Identities;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.Reviews;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.Vocabularies;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.gate.Retirement;
import dev.continuo.ontology.memory.gate.Write;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;

/** The memory in Neo4j. */
public final class Neo4jMemory implements Memory {
  private static final int MOST = 5_000;
  private static final String[] SUBJECT = {"memory_entity_id", "memory_entity_merged"};

  private final Store store;
  private final Writes writes;
  private final InstantSource clock;
  private final Neo4jVocabularies vocabularies;
  private final Browsing browsing;
  private final Reviews reviews;
  private final Identities identities;
  private final Erasures erasures;
  private final Archive archive;

  private Neo4jMemory(Store store, MemoryOptions options, Neo4jVocabularies vocabularies) {
    this.store = store;
    this.clock = options.clock();
    this.vocabularies = vocabularies;
    this.writes = vocabularies.writes();
    this.browsing = new Neo4jBrowsing(store, vocabularies, clock);
    this.reviews = new Neo4jReviews(store, writes, vocabularies);
    this.identities = new Neo4jIdentities(store, vocabularies, options);
    this.erasures = new Neo4jErasures(store, vocabularies, clock);
    this.archive = new Neo4jArchive(store, vocabularies);
  }

  /** Connects and brings the store's constraints and indexes up to date. */
  public static Neo4jMemory open(MemoryAddress address, MemoryOptions options) {
    var config =
        Config.builder()
            .withConnectionAcquisitionTimeout(5, TimeUnit.SECONDS)
            .withConnectionTimeout(5, TimeUnit.SECONDS)
            .withMaxTransactionRetryTime(10, TimeUnit.SECONDS)
            .build();
    var driver =
        GraphDatabase.driver(
            address.boltUri(), AuthTokens.basic(address.user(), address.password()), config);
    try {
      Migrations.bringUpToDate(driver);
      var store = new Store(driver, options.activities());
      return new Neo4jMemory(store, options, new Neo4jVocabularies(store, options.clock()));
    } catch (Neo4jException e) {
      driver.close();
      throw Store.inPlainWords("Opening memory at " + address.boltUri(), e);
    }
  }

  private Rows rows() {
    return vocabularies.terms().rows();
  }

  @Override
  public Remembered remember(
      String key, Episode episode, Generation generation, List<FactProposal> proposals) {
    var write = new Write(key, episode, generation, proposals, null);
    return writes.write("remember", key, generation.cost(), remembering -> write);
  }

  @Override
  public Remembered correct(
      String key, String factId, FactValue value, Episode reason, Generation generation) {
    return writes.write(
        "correct",
        key,
        generation.cost(),
        remembering -> {
          var stored = remembering.believedFact(factId);
          var proposal = correction(rows().fact(stored), subject(stored), value, reason);
          return new Write(key, reason, generation, List.of(proposal), retirement(stored));
        });
  }

  @Override
  public Remembered retract(String key, String factId, Episode reason, Generation generation) {
    return writes.write(
        "retract",
        key,
        generation.cost(),
        remembering ->
            new Write(
                key, reason, generation, List.of(), retirement(remembering.believedFact(factId))));
  }

  /** What corrects a misread fact counts as much as the fact did, and as a person at least. */
  static FactProposal correction(Fact fact, EntityRef subject, FactValue value, Episode reason) {
    var rank =
        fact.rank().outranks(SourceRank.HUMAN_APPROVAL) ? fact.rank() : SourceRank.HUMAN_APPROVAL;
    return new FactProposal(
        subject,
        fact.predicate(),
        value,
        fact.validFrom(),
        fact.validTo(),
        1,
        Evidence.of(reason.text()),
        rank);
  }

  static EntityRef subject(Record stored) {
    return new EntityRef(
        stored.get("subjectKind").asString(),
        stored.get("subjectKey").asString(),
        stored.get("subjectLabel").asString());
  }

  static Retirement retirement(Record stored) {
    return new Retirement(
        stored.get("f").get("factId").asString(),
        stored.get("f").get("slotKey").asString(),
        stored.get("subjectId").asString(),
        stored.get("subjectKind").asString());
  }

  @Override
  public Optional<Remembered> remembered(String key) {
    return store.read(
        new Question("remembered", key, "memory_activity_key"),
        (tx, tally) -> vocabularies.terms().results().read(tx, key));
  }

  @Override
  public Optional<Entity> entity(String idOrKey) {
    return store.read(
        new Question("entity", idOrKey, "memory_entity_id", "memory_key"),
        (tx, tally) -> new Recall(tx, rows(), tally).entity(idOrKey));
  }

  @Override
  public List<Fact> facts(String entityId, AsOf asOf) {
    return store.read(
        new Question("facts", entityId, SUBJECT),
        (tx, tally) -> new Recall(tx, rows(), tally).facts(entityId, asOf, clock.instant()));
  }

  @Override
  public List<Fact> references(String entityId, @Nullable String predicate, AsOf asOf) {
    return store.read(
        new Question("references", entityId, SUBJECT),
        (tx, tally) ->
            new Recall(tx, rows(), tally).references(entityId, predicate, asOf, clock.instant()));
  }

  @Override
  public Optional<FactDetail> fact(String factId) {
    return store.read(
        new Question("fact", factId, "memory_fact_id"),
        (tx, tally) -> new Recall(tx, rows(), tally).fact(factId));
  }

  @Override
  public Optional<Episode> episode(String key) {
    return store.read(
        new Question("episode", key, "memory_episode_key"),
        (tx, tally) -> new Recall(tx, rows(), tally).episode(key));
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    return browsing.search(text, null, Slice.first(within(limit)));
  }

  @Override
  public List<Fact> latest(int limit) {
    return store.read(
        new Question("latest", null, "memory_fact_recorded"),
        (tx, tally) -> new Recall(tx, rows(), tally).latest(Slice.first(within(limit))));
  }

  @Override
  public List<Fact> commitmentsDue(Instant before, int limit) {
    return store.read(
        new Question("commitments-due", null, "memory_fact_predicate"),
        (tx, tally) -> new Commitments(tx, rows()).due(before, clock.instant(), within(limit)));
  }

  @Override
  public List<WithheldFact> withheld(WithheldFact.Status status, int limit) {
    return browsing.withheld(status, "", Slice.first(within(limit)));
  }

  @Override
  public MemoryGraph graph(String entityIdOrEpisodeKey, int depth, int limit, AsOf asOf) {
    var vocabulary = vocabularies.current();
    return store.read(
        new Question("graph", entityIdOrEpisodeKey, SUBJECT),
        (tx, tally) ->
            new Surroundings(tx, rows(), vocabulary, asOf, clock.instant(), within(limit))
                .of(entityIdOrEpisodeKey, depth));
  }

  @Override
  public int rebuildEdges() {
    return store.inSession(
        new Question("rebuild-edges", null, "memory_entity_id"),
        session -> new Edges(session, vocabularies.current()).rebuild());
  }

  @Override
  public Browsing browse() {
    return browsing;
  }

  @Override
  public Reviews reviews() {
    return reviews;
  }

  @Override
  public Identities identities() {
    return identities;
  }

  @Override
  public Erasures erasures() {
    return erasures;
  }

  @Override
  public Vocabularies vocabularies() {
    return vocabularies;
  }

  @Override
  public Archive archive() {
    return archive;
  }

  @Override
  public void close() {
    store.close();
  }

  static int within(int limit) {
    return Math.clamp(limit, 1, MOST);
  }
}

package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactDetail;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.gate.Gate;
import dev.continuo.ontology.memory.gate.Retirement;
import dev.continuo.ontology.memory.gate.Write;
import dev.continuo.ontology.shape.Shapes;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * The memory in Neo4j. Reads run in sessions with READ access and a time limit; a write is one
 * transaction, tried again while the store says that this may help.
 */
public final class Neo4jMemory implements Memory {

  private static final TransactionConfig READ =
      TransactionConfig.builder().withTimeout(Duration.ofSeconds(10)).build();
  private static final TransactionConfig WRITE =
      TransactionConfig.builder().withTimeout(Duration.ofSeconds(30)).build();
  private static final int MOST = 5_000;

  private final Driver driver;
  private final Vocabulary vocabulary;
  private final Gate gate;
  private final InstantSource clock;
  private final Rows rows;
  private final Results results;
  private final PlanWriter writer;

  private Neo4jMemory(Driver driver, Vocabulary vocabulary, Shapes shapes, InstantSource clock) {
    this.driver = driver;
    this.vocabulary = vocabulary;
    this.gate = new Gate(vocabulary, shapes);
    this.clock = clock;
    this.rows = new Rows(vocabulary);
    this.results = new Results(rows);
    this.writer = new PlanWriter(vocabulary);
  }

  /** Connects and brings the store's constraints and indexes up to date. */
  public static Neo4jMemory open(
      MemoryAddress address, Vocabulary vocabulary, Shapes shapes, InstantSource clock) {
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
      return new Neo4jMemory(driver, vocabulary, shapes, clock);
    } catch (Neo4jException e) {
      driver.close();
      throw inPlainWords("Opening memory at " + address.boltUri(), e);
    }
  }

  @Override
  public Remembered remember(
      String key, Episode episode, Generation generation, List<FactProposal> proposals) {
    var write = new Write(key, episode, generation, proposals, null);
    return write(key, remembering -> write);
  }

  @Override
  public Remembered correct(
      String key, String factId, FactValue value, Episode reason, Generation generation) {
    return write(
        key,
        remembering -> {
          var stored = remembering.believedFact(factId);
          var proposal = correction(rows.fact(stored), subject(stored), value, reason);
          return new Write(key, reason, generation, List.of(proposal), retirement(stored));
        });
  }

  @Override
  public Remembered retract(String key, String factId, Episode reason, Generation generation) {
    return write(
        key,
        remembering ->
            new Write(
                key, reason, generation, List.of(), retirement(remembering.believedFact(factId))));
  }

  /** What corrects a misread fact counts as much as the fact did, and as a person at least. */
  private static FactProposal correction(
      Fact fact, EntityRef subject, FactValue value, Episode reason) {
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

  private static EntityRef subject(Record stored) {
    return new EntityRef(
        stored.get("subjectKind").asString(),
        stored.get("subjectKey").asString(),
        stored.get("subjectLabel").asString());
  }

  private static Retirement retirement(Record stored) {
    return new Retirement(
        stored.get("f").get("factId").asString(),
        stored.get("f").get("slotKey").asString(),
        stored.get("subjectId").asString(),
        stored.get("subjectKind").asString());
  }

  @Override
  public Optional<Remembered> remembered(String key) {
    return read("Reading a write", tx -> results.read(tx, key));
  }

  @Override
  public Optional<Entity> entity(String idOrKey) {
    return read("Reading an entity", tx -> new Recall(tx, rows).entity(idOrKey));
  }

  @Override
  public List<Fact> facts(String entityId, AsOf asOf) {
    return read("Reading facts", tx -> new Recall(tx, rows).facts(entityId, asOf, clock.instant()));
  }

  @Override
  public List<Fact> references(String entityId, @Nullable String predicate, AsOf asOf) {
    return read(
        "Reading references",
        tx -> new Recall(tx, rows).references(entityId, predicate, asOf, clock.instant()));
  }

  @Override
  public Optional<FactDetail> fact(String factId) {
    return read("Reading a fact", tx -> new Recall(tx, rows).fact(factId));
  }

  @Override
  public Optional<Episode> episode(String key) {
    return read("Reading an episode", tx -> new Recall(tx, rows).episode(key));
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    return read("Searching", tx -> new Search(tx, rows).search(text, within(limit)));
  }

  @Override
  public List<Fact> latest(int limit) {
    return read("Reading the latest facts", tx -> new Recall(tx, rows).latest(within(limit)));
  }

  @Override
  public List<Fact> commitmentsDue(Instant before, int limit) {
    return read(
        "Reading what is due",
        tx -> new Commitments(tx, rows).due(before, clock.instant(), within(limit)));
  }

  @Override
  public List<WithheldFact> withheld(WithheldFact.Status status, int limit) {
    return read(
        "Reading withheld facts", tx -> new Recall(tx, rows).withheld(status, within(limit)));
  }

  @Override
  public MemoryGraph graph(String entityIdOrEpisodeKey, int depth, int limit) {
    return read(
        "Reading the graph",
        tx ->
            new Surroundings(tx, rows, vocabulary, clock.instant(), within(limit))
                .of(entityIdOrEpisodeKey, depth));
  }

  @Override
  public int rebuildEdges() {
    return answered(
        "Rebuilding edges",
        () -> {
          try (var session = driver.session()) {
            return new Edges(session, vocabulary).rebuild();
          }
        });
  }

  @Override
  public void close() {
    driver.close();
  }

  private Remembered write(String key, Function<Remembering, Write> asked) {
    requireKey(key);
    return answered(
        "Remembering " + key,
        () -> {
          try (var session = driver.session()) {
            return session.executeWrite(
                tx -> new Remembering(tx, gate, writer, results).run(key, clock.instant(), asked),
                WRITE);
          }
        });
  }

  private static void requireKey(String key) {
    if (key.isBlank() || key.length() > 512) {
      throw new IllegalArgumentException(
          "A write needs a durable key of 1 to 512 characters; this one has " + key.length() + ".");
    }
  }

  private <T> T read(String what, Function<TransactionContext, T> question) {
    return answered(
        what,
        () -> {
          var reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
          try (var session = driver.session(reading)) {
            return session.executeRead(question::apply, READ);
          }
        });
  }

  private static <T> T answered(String what, Supplier<T> question) {
    try {
      return question.get();
    } catch (Neo4jException e) {
      throw inPlainWords(what, e);
    }
  }

  private static RuntimeException inPlainWords(String what, Neo4jException e) {
    return e instanceof RetryableException
        ? new MemoryUnavailable(what, e)
        : new MemoryFailed(what, e);
  }

  private static int within(int limit) {
    return Math.clamp(limit, 1, MOST);
  }
}

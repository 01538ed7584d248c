package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.MemoryActivity;
import dev.continuo.ontology.memory.MemoryActivity.Kind;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * The way to Neo4j. Reads run in sessions with READ access and a time limit; a write is one
 * transaction, tried again while the store says that this may help. Each operation is told as an
 * activity.
 */
final class Store implements AutoCloseable {
  private static final TransactionConfig READ = limit(Duration.ofSeconds(10));
  private static final TransactionConfig LONG_READ = limit(Duration.ofMinutes(10));
  private static final TransactionConfig WRITE = limit(Duration.ofSeconds(30));
  private static final TransactionConfig LONG_WRITE = limit(Duration.ofMinutes(10));
  private static final Pattern ENTITY = Pattern.compile("e-[0-9a-f]{24}");
  private static final SessionConfig READING =
      SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

  private final Driver driver;
  private final Activities activities;

  Store(Driver driver, Activities activities) {
    this.driver = driver;
    this.activities = activities;
  }

  /** What is asked: its name for the activity, what it is about, the indexes that serve it. */
  record Question(String name, @Nullable String about, String... indexes) {}

  <T> T read(Question question, BiFunction<TransactionContext, Tally, T> answer) {
    return reading(question, READ, answer);
  }

  /** For what goes through everything. */
  <T> T readAll(Question question, BiFunction<TransactionContext, Tally, T> answer) {
    return reading(question, LONG_READ, answer);
  }

  private <T> T reading(
      Question question, TransactionConfig limit, BiFunction<TransactionContext, Tally, T> answer) {
    return told(
        Kind.READ,
        question,
        BigDecimal.ZERO,
        tally -> {
          try (var session = driver.session(READING)) {
            return session.executeRead(tx -> answer.apply(tx, tally), limit);
          }
        });
  }

  <T> T write(Question question, BigDecimal cost, Function<TransactionContext, T> change) {
    return writing(question, cost, WRITE, change);
  }

  /** For what touches many things at once. */
  <T> T writeMuch(Question question, Function<TransactionContext, T> change) {
    return writing(question, BigDecimal.ZERO, LONG_WRITE, change);
  }

  private <T> T writing(
      Question question,
      BigDecimal cost,
      TransactionConfig limit,
      Function<TransactionContext, T> change) {
    return told(
        Kind.WRITE,
        question,
        cost,
        tally -> {
          try (var session = driver.session()) {
            return session.executeWrite(change::apply, limit);
          }
        });
  }

  /** For work in several transactions. */
  <T> T inSession(Question question, Function<Session, T> work) {
    return told(
        Kind.WRITE,
        question,
        BigDecimal.ZERO,
        tally -> {
          try (var session = driver.session()) {
            return work.apply(session);
          }
        });
  }

  @Override
  public void close() {
    driver.close();
  }

  private <T> T told(Kind kind, Question question, BigDecimal cost, Function<Tally, T> work) {
    var at = Instant.now();
    long start = System.nanoTime();
    var tally = new Tally();
    try {
      T answer = answered(question.name(), () -> work.apply(tally));
      tell(kind, question, entities(question, answer), at, start, rows(answer), tally, cost, null);
      return answer;
    } catch (RuntimeException e) {
      var about = entities(question, null);
      tell(kind, question, about, at, start, 0, tally, cost, e.getClass().getSimpleName());
      throw e;
    }
  }

  private void tell(
      Kind kind,
      Question question,
      List<String> entities,
      Instant at,
      long start,
      int rows,
      Tally tally,
      BigDecimal cost,
      @Nullable String failure) {
    activities.record(
        new MemoryActivity(
            kind,
            question.name(),
            question.about(),
            entities,
            at,
            (System.nanoTime() - start) / 1_000,
            rows,
            List.of(question.indexes()),
            false,
            tally.staleDropped(),
            0,
            cost,
            failure));
  }

  private static List<String> entities(Question question, @Nullable Object answer) {
    return switch (answer) {
      case Remembered written -> written.entityIds().values().stream().distinct().toList();
      case Optional<?> one when one.orElse(null) instanceof Entity entity -> List.of(entity.id());
      case null, default -> {
        var about = question.about();
        yield about != null && ENTITY.matcher(about).matches() ? List.of(about) : List.of();
      }
    };
  }

  private static int rows(@Nullable Object answer) {
    return switch (answer) {
      case null -> 0;
      case Collection<?> many -> many.size();
      case Optional<?> one -> one.isPresent() ? 1 : 0;
      case MemoryGraph graph -> graph.nodes().size();
      case Remembered written -> written.accepted().size() + written.confirmed().size();
      case Integer number -> number;
      default -> 1;
    };
  }

  static <T> T answered(String what, Supplier<T> question) {
    try {
      return question.get();
    } catch (Neo4jException e) {
      throw inPlainWords("Memory's " + what, e);
    }
  }

  static RuntimeException inPlainWords(String what, Neo4jException e) {
    return mayHelpToRetry(e) ? new MemoryUnavailable(what, e) : new MemoryFailed(what, e);
  }

  /** Also what ran out of time, for instance while the store was still busy after a crash. */
  private static boolean mayHelpToRetry(Neo4jException e) {
    var code = String.valueOf(e.code());
    return e instanceof RetryableException
        || e.getCause() instanceof TimeoutException // no connection was free or made in time
        || code.contains("TransactionTimedOut")
        || code.endsWith("Transaction.Terminated");
  }

  private static TransactionConfig limit(Duration duration) {
    return TransactionConfig.builder().withTimeout(duration).build();
  }
}

package dev.continuo.ontology.recall.neo4j;

import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/** Sessions of the store: reads with READ access and a time limit, writes that are tried again. */
final class Store implements AutoCloseable {

  private static final TransactionConfig READ =
      TransactionConfig.builder().withTimeout(Duration.ofSeconds(10)).build();
  private static final TransactionConfig LONG_READ =
      TransactionConfig.builder().withTimeout(Duration.ofMinutes(10)).build();
  private static final TransactionConfig WRITE =
      TransactionConfig.builder().withTimeout(Duration.ofSeconds(60)).build();

  private final Driver driver;

  private Store(Driver driver) {
    this.driver = driver;
  }

  static Store open(MemoryAddress address) {
    var config =
        Config.builder()
            .withConnectionAcquisitionTimeout(5, TimeUnit.SECONDS)
            .withConnectionTimeout(5, TimeUnit.SECONDS)
            .withMaxTransactionRetryTime(10, TimeUnit.SECONDS)
            .build();
    var store =
        new Store(
            GraphDatabase.driver(
                address.boltUri(), AuthTokens.basic(address.user(), address.password()), config));
    try {
      store.prepare();
      return store;
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      store.close();
      throw trouble;
    }
  }

  /** Every statement may run twice. */
  private void prepare() {
    answered(
        "Preparing recall",
        () -> {
          try (var session = driver.session()) {
            Arrays.stream(statements().split(";\n"))
                .map(s -> s.replaceAll(";\\s*$", "").strip())
                .filter(s -> !s.isEmpty())
                .forEach(s -> session.run(s).consume());
            return session.run("CALL db.awaitIndexes(120)").consume();
          }
        });
  }

  private static String statements() {
    try (InputStream stream =
        Store.class.getResourceAsStream("/dev/continuo/ontology/recall/passages.cypher")) {
      if (stream == null) {
        throw new IllegalStateException("passages.cypher is missing: build the module again.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("//"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T read(String what, Function<TransactionContext, T> question) {
    return reading(what, READ, question);
  }

  /** For what goes through everything. */
  <T> T readAll(String what, Function<TransactionContext, T> question) {
    return reading(what, LONG_READ, question);
  }

  private <T> T reading(
      String what, TransactionConfig limit, Function<TransactionContext, T> question) {
    return answered(
        what,
        () -> {
          var reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
          try (var session = driver.session(reading)) {
            return session.executeRead(question::apply, limit);
          }
        });
  }

  <T> T write(String what, Function<TransactionContext, T> work) {
    return answered(
        what,
        () -> {
          try (var session = driver.session()) {
            return session.executeWrite(work::apply, WRITE);
          }
        });
  }

  private static <T> T answered(String what, Supplier<T> question) {
    try {
      return question.get();
    } catch (Neo4jException e) {
      throw e instanceof RetryableException || e.getCause() instanceof TimeoutException
          ? new MemoryUnavailable(what, e)
          : new MemoryFailed(what, e);
    }
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant time(Value value) {
    return value.asOffsetDateTime().toInstant();
  }

  static @Nullable Instant timeOrNull(Value value) {
    return value.isNull() ? null : time(value);
  }

  static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }

  static float[] vector(Value value) {
    var vector = new float[value.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) value.get(i).asDouble();
    }
    return vector;
  }

  @Override
  public void close() {
    driver.close();
  }
}

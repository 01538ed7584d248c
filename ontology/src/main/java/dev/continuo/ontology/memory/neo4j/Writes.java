package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.gate.Write;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.TransactionContext;

/** Everything that reaches memory through the gate comes through here. */
final class Writes {
  private static final String[] INDEXES = {
    "memory_activity_key", "memory_key", "memory_entity_id", "memory_slot"
  };

  private final Store store;
  private final Supplier<Terms> terms;
  private final InstantSource clock;

  Writes(Store store, Supplier<Terms> terms, InstantSource clock) {
    this.store = store;
    this.terms = terms;
    this.clock = clock;
  }

  Remembered write(String name, String key, BigDecimal cost, Function<Remembering, Write> asked) {
    return write(name, key, cost, asked, (tx, remembered) -> {});
  }

  /**
   * @param asked makes the write; called in the transaction, only when the key is new
   * @param then done in the same transaction; may throw, and then nothing has happened
   */
  Remembered write(
      String name,
      String key,
      BigDecimal cost,
      Function<Remembering, Write> asked,
      BiConsumer<TransactionContext, Remembered> then) {
    requireKey(key);
    var now = terms.get();
    return store.write(
        new Question(name, key, INDEXES),
        cost,
        tx -> {
          var remembered = new Remembering(tx, now).run(key, clock.instant(), asked);
          then.accept(tx, remembered);
          return remembered;
        });
  }

  static void requireKey(String key) {
    if (key.isBlank() || key.length() > 512) {
      throw new IllegalArgumentException(
          "A write needs a durable key of 1 to 512 characters; this one has " + key.length() + ".");
    }
  }
}

package dev.continuo.ontology.memory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One read or write of memory and what it took.
 *
 * @param name what was asked, for instance {@code facts}, {@code search}, {@code remember}
 * @param about the entity, write key or episode it was about, when there is one
 * @param entities ids of the entities that it was about or wrote to
 * @param rows facts, hits or nodes that were answered or written
 * @param indexes names of the indexes and constraints of the store that served it
 * @param cacheHit true when the answer came from memory that was kept
 * @param staleDropped values that another one of the same slot displaced from the answer
 * @param tokens tokens of the answer where it was packed for a model, else 0
 * @param cost what the write's generation cost; zero for reads
 * @param failure the stable code of the error, {@code null} when it went well
 */
public record MemoryActivity(
    Kind kind,
    String name,
    @Nullable String about,
    List<String> entities,
    Instant at,
    long micros,
    int rows,
    List<String> indexes,
    boolean cacheHit,
    int staleDropped,
    int tokens,
    BigDecimal cost,
    @Nullable String failure) {
  public MemoryActivity {
    entities = List.copyOf(entities);
    indexes = List.copyOf(indexes);
  }

  /** Whether memory was asked or told. */
  public enum Kind {
    READ,
    WRITE
  }
}

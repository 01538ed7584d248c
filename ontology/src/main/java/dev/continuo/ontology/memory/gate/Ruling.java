package dev.continuo.ontology.memory.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a claim does to its slot. */
sealed interface Ruling {

  /**
   * It becomes a row.
   *
   * @param valid the interval that it gets
   * @param closed the row that it cuts into or replaces
   * @param kept what is left of {@code closed}, to be written again
   */
  record Written(Interval valid, @Nullable Row closed, List<Interval> kept) implements Ruling {}

  /** That is known; this is one more source for it. */
  record Confirmed(Row row) implements Ruling {}

  /** A source that counts more says otherwise. */
  record Outranked(Row by) implements Ruling {}

  /** An equal source says otherwise about the same time. */
  record Tied(Row with) implements Ruling {}
}

package dev.continuo.runtime.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is used.
 *
 * @param evaluations how often it was asked
 * @param since when it was asked first; null where it never was
 * @param rows every row of the newest release, in order
 */
public record TableUse(
    String tableId,
    long evaluations,
    @Nullable Instant since,
    @Nullable Instant last,
    List<Row> rows) {
  public TableUse {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param decision name of the decision whose table it belongs to
   * @param number its place now
   * @param hits how often it hit, under whatever number it had
   */
  public record Row(
      String decision, int number, String ruleId, String words, long hits, @Nullable Instant last) {

    /** Whether it did not hit for that long, although the table was asked all the time. */
    public boolean idle(TableUse use, Duration howLong, Instant now) {
      var from = last == null ? use.since() : last;
      return from != null && from.isBefore(now.minus(howLong));
    }
  }
}

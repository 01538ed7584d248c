package dev.continuo.rules.trial;

import dev.continuo.rules.table.HitRow;
import java.util.List;

/**
 * Which rows of one decision's table the tests reach.
 *
 * @param reached rows on which at least one answer stands
 * @param missed rows that no test reaches
 */
public record RowCoverage(
    String decisionId, String decision, List<HitRow> reached, List<HitRow> missed) {
  public RowCoverage {
    reached = List.copyOf(reached);
    missed = List.copyOf(missed);
  }

  /** Such as {@code 5 of 7 rows are tested; rows 3 and 6 are not}. */
  public String words() {
    int all = reached.size() + missed.size();
    if (missed.isEmpty()) {
      return all == 1 ? "The row is tested." : "All %d rows are tested.".formatted(all);
    }
    var numbers = missed.stream().map(row -> String.valueOf(row.number())).toList();
    return "%d of %d rows are tested; %s %s not."
        .formatted(
            reached.size(),
            all,
            (numbers.size() == 1 ? "row " : "rows ") + String.join(", ", numbers),
            numbers.size() == 1 ? "is" : "are");
  }
}

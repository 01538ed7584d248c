package dev.continuo.rules.replay;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.HitRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded question that the candidate answers differently, or not at all.
 *
 * @param before the answer it is compared with
 * @param after the candidate's answer; empty when no row answers or something failed
 * @param rows the candidate's rows behind it
 * @param problems why it could not answer; without errors it simply answers differently
 */
public record ChangedAnswer(
    RecordedAnswer recorded,
    Map<String, @Nullable Object> before,
    Map<String, @Nullable Object> after,
    List<HitRow> rows,
    List<Finding> problems) {

  /** Whether the candidate could not answer at all. */
  public boolean failed() {
    return problems.stream().anyMatch(Finding::isError);
  }
}

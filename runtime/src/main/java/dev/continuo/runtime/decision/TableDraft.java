package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that is being edited.
 *
 * @param revision hand it back with the next save
 * @param findings all that is to be said about the text, errors first
 */
public record TableDraft(
    String tableId,
    String title,
    String xml,
    int revision,
    @Nullable Instant savedAt,
    List<Finding> findings) {
  public TableDraft {
    findings = List.copyOf(findings);
  }

  /** Whether it could be released as it stands. */
  public boolean releasable() {
    return findings.stream().noneMatch(Finding::isError);
  }
}

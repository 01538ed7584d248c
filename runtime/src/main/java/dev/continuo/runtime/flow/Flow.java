package dev.continuo.runtime.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow with its draft and its released versions.
 *
 * @param id the process id of its BPMN
 * @param title what people call it
 * @param shipped whether it came with the product
 * @param draftXml the draft's BPMN; empty text where there is no draft
 * @param draftRevision counts saves, for finding conflicts
 * @param draftSavedAt when the draft was saved last
 * @param versions released versions, newest first
 */
public record Flow(
    String id,
    String title,
    boolean shipped,
    String draftXml,
    int draftRevision,
    @Nullable Instant draftSavedAt,
    List<Version> versions) {
  public Flow {
    versions = List.copyOf(versions);
  }

  /** Whether some version is released. */
  public boolean released() {
    return !versions.isEmpty();
  }

  /** Whether the draft differs from the newest released version. */
  public boolean hasDraft() {
    return !draftXml.isEmpty()
        && (versions.isEmpty() || !versions.getFirst().xml().equals(draftXml));
  }

  /** What an editor opens: the draft, or else the newest released version. */
  public String newestXml() {
    return draftXml.isEmpty() && released() ? versions.getFirst().xml() : draftXml;
  }

  /**
   * One released, immutable version.
   *
   * @param version counts from 1
   * @param contentHash SHA-256 of the BPMN
   * @param xml the BPMN
   * @param processKey the engine's number of it, once deployed
   * @param releasedAt when
   * @param releasedBy who
   * @param why the reason given
   */
  public record Version(
      int version,
      String contentHash,
      String xml,
      @Nullable Long processKey,
      Instant releasedAt,
      String releasedBy,
      String why) {}
}

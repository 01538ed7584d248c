package dev.continuo.runtime.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision table in a list.
 *
 * @param id the name by which steps ask it
 * @param title its business name
 * @param releasedVersion the newest released version, 0 when there is none
 * @param retired whether it was released and taken out of service
 * @param draftRevision grows with every save
 * @param draftDiffers whether the draft says something else than the newest release
 * @param offered whether a newer text that came with the product waits to be looked at
 */
public record DecisionTable(
    String id,
    String title,
    Kind kind,
    int releasedVersion,
    @Nullable Instant releasedAt,
    boolean retired,
    int draftRevision,
    @Nullable Instant draftSavedAt,
    boolean draftDiffers,
    boolean offered) {

  /** Which release of a table answers. */
  public enum Kind {
    /** Rules of the house: always the newest release. */
    HOUSE,
    /** Rules of a flow. */
    FLOW
  }
}

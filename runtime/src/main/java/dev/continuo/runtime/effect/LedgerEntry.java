package dev.continuo.runtime.effect;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the effect ledger: one intent and what became of it.
 *
 * @param idempotencyKey unique; the same key does nothing twice
 * @param effectKey the proposal it belongs to
 * @param runKey the run that proposed it
 * @param channel the sender's channel
 * @param summary one line
 * @param state where it stands
 * @param receipt where the sent thing can be found, once confirmed
 * @param why what is known of a failed or unknown outcome
 * @param approvedBy who or what allowed it
 * @param proposedAt when it was proposed
 * @param settledAt when its outcome became known
 * @param content what is sent
 */
public record LedgerEntry(
    String idempotencyKey,
    String effectKey,
    long runKey,
    String channel,
    String summary,
    State state,
    @Nullable String receipt,
    @Nullable String why,
    @Nullable String approvedBy,
    Instant proposedAt,
    @Nullable Instant settledAt,
    Map<String, Object> content) {
  public LedgerEntry {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }

  /** Where an intent stands. */
  public enum State {
    PROPOSED,
    SENDING,
    CONFIRMED,
    FAILED,
    UNKNOWN,
    REJECTED
  }
}

package dev.continuo.runtime.erasure;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proof that somebody was erased. It names nobody.
 *
 * @param doneAt {@code null} while it is under way
 * @param counts how many of what went, in words of the stores: facts, episodes, documents, runs,
 *     cards, intents, mails, files
 * @param logsUntil when the engines' own logs hold nothing of it any more
 * @param percent how far it is
 */
public record ErasureRecord(
    String key,
    String who,
    String why,
    Instant requestedAt,
    @Nullable Instant doneAt,
    Map<String, Integer> counts,
    @Nullable Instant logsUntil,
    int percent) {
  public ErasureRecord {
    counts = Map.copyOf(counts);
  }

  public boolean isDone() {
    return doneAt != null;
  }
}

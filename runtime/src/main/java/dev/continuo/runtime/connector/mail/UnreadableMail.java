package dev.continuo.runtime.connector.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be read.
 *
 * @param itemId stable
 * @param documentId the raw message in {@code Documents}; absent where it is too large for that
 * @param keptAt where the raw message is if not in {@code Documents}
 * @param origin which way it came, in words
 * @param why a sentence for the owner
 * @param arrivedAt when it came first
 */
public record UnreadableMail(
    String itemId,
    @Nullable String documentId,
    @Nullable String keptAt,
    String origin,
    String why,
    Instant arrivedAt) {}

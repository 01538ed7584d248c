package dev.continuo.ontology.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An immutable source: a mail, a note, a span of a transcript, the result of a tool.
 *
 * <p>The first write with a key stores it, later ones leave it as it is. {@code text} must hold
 * every sentence that a proposal quotes, so put the header lines (From, Subject, Date) in front of
 * a mail's body when they serve as evidence.
 *
 * @param key durable, unique, at most 512 characters, for instance {@code mail:<message-id>}
 * @param kind for instance {@code mail}, {@code note}, {@code approval}
 * @param occurredAt when it happened in the world; the validity of facts that name no date
 * @param sourceId id of the stored document, when there is one
 */
public record Episode(
    String key,
    String kind,
    Instant occurredAt,
    @Nullable String sourceId,
    String title,
    String text) {

  /** A longer source is given in parts. */
  public static final int LONGEST_TEXT = 4_000_000;

  public Episode {
    Keys.requireKey("episode key", key);
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "The episode "
              + key
              + " has "
              + text.length()
              + " characters: keep the document as a file and give at most "
              + LONGEST_TEXT
              + " characters of its text.");
    }
    if (kind.isBlank()) {
      throw new IllegalArgumentException("The episode " + key + " has no kind: give one word.");
    }
  }
}

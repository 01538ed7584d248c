package dev.continuo.runtime.filing;

import dev.continuo.ontology.memory.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept document and whose it is.
 *
 * @param documentId where it is kept
 * @param name what it is called there
 * @param owner the person or organisation it belongs to
 * @param house the organisation of that person, when known
 * @param carrier the message it came with, or null when it was added by hand
 * @param from one line that says where it comes from
 * @param at when it came
 */
public record Filing(
    String documentId,
    String name,
    EntityRef owner,
    @Nullable EntityRef house,
    @Nullable EntityRef carrier,
    String from,
    Instant at) {
  private static final int LONGEST = 400;

  /** Durable: the same document from the same place is filed once. */
  public String key() {
    String place = carrier == null ? owner.key() : carrier.key();
    String key = "document:" + documentId + "/" + place;
    return key.length() <= LONGEST ? key : key.substring(0, LONGEST);
  }
}

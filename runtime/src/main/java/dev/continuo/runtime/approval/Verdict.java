package dev.continuo.runtime.approval;

import java.util.List;

/**
 * A person's answer to a card.
 *
 * @param decision what was decided
 * @param who the person
 * @param contentHash the hash of the content that was shown; another content needs another verdict
 * @param note words for the record, may be empty
 * @param edited the items as changed; empty where nothing was changed
 */
public record Verdict(
    Decision decision, String who, String contentHash, String note, List<CardItem> edited) {
  public Verdict {
    edited = List.copyOf(edited);
  }

  /** What can be decided. */
  public enum Decision {
    APPROVED,
    SENT_BACK,
    REJECTED
  }

  /** An approval of the content as shown. */
  public static Verdict approved(String who, String contentHash) {
    return new Verdict(Decision.APPROVED, who, contentHash, "", List.of());
  }

  /** A rejection. */
  public static Verdict rejected(String who, String contentHash, String note) {
    return new Verdict(Decision.REJECTED, who, contentHash, note, List.of());
  }
}

package dev.continuo.ontology.recall;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Summaries of what was learned about somebody in a stretch of time. They are further keys to find
 * sources by and never take a source's place: each points to every fact that was recorded then.
 */
public interface RollUps {

  /** Writes them in the sentences that say most of what was learned; no model writes anything. */
  default int write(Period period, ZoneId zone) {
    return write(period, zone, (entityId, title, sentences) -> "");
  }

  /**
   * Writes the roll-ups of every stretch that has ended and holds a fact that none points to yet.
   * Doing it again changes nothing.
   *
   * @param zone where a day ends
   * @param author puts them into words; whatever it writes, a roll-up points to all of its facts
   * @return how many were written
   */
  int write(Period period, ZoneId zone, RollUpAuthor author);

  /** One roll-up by its key. */
  Optional<RollUp> get(String key);

  /** Keys of the roll-ups that point to a fact. */
  List<String> over(String factId);

  /**
   * A roll-up.
   *
   * @param key {@code week:2026-W47:<entity id>}
   * @param text the sentences that say most of it
   * @param factIds everything that was recorded of the entity in that time
   */
  record RollUp(String key, String title, String text, List<String> factIds) {
    public RollUp {
      factIds = List.copyOf(factIds);
    }
  }
}

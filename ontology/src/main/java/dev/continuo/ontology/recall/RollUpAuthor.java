package dev.continuo.ontology.recall;

import java.util.List;

/** Puts what was learned about somebody in a stretch of time into a few words. */
@FunctionalInterface
public interface RollUpAuthor {
  /**
   * @param entityId whom it is about
   * @param title their name and the time
   * @param sentences everything that was learned, in its order
   * @return the text; empty leaves it to the sentences that say most
   */
  String write(String entityId, String title, List<String> sentences);
}

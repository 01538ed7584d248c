package dev.continuo.ontology.memory;

import java.util.List;

/**
 * What a change of the vocabulary does to what is stored.
 *
 * @param version the vocabulary's version it speaks of
 * @param findings what is wrong with the text itself; nothing took effect when there is any
 * @param changes facts that are written anew, before and after
 * @param obstacles facts that cannot be carried over or have no place any more, with the reason
 * @param applied true when the store was changed
 */
public record VocabularyReport(
    String version,
    List<String> findings,
    List<Change> changes,
    List<Obstacle> obstacles,
    boolean applied) {
  public VocabularyReport {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    obstacles = List.copyOf(obstacles);
  }

  /** One fact as it is and as it becomes. */
  public record Change(String factId, String before, String after) {}

  /** One fact that stays as it is. */
  public record Obstacle(String factId, String sentence, String why) {}

  /** True when nothing stands in the way. */
  public boolean isClean() {
    return findings.isEmpty() && obstacles.isEmpty();
  }
}

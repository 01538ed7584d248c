package dev.continuo.ontology.vocabulary;

import java.time.LocalDate;
import java.util.List;

/**
 * One entry of the vocabulary's changelog.
 *
 * @param words what changed, for a person
 * @param renames predicates that are called otherwise since; empty when terms were only added
 */
public record VocabularyChange(
    String version, LocalDate date, String words, List<Renaming> renames) {
  public VocabularyChange {
    renames = List.copyOf(renames);
  }
}

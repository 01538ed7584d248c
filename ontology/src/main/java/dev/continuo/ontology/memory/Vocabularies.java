package dev.continuo.ontology.memory;

import dev.continuo.ontology.vocabulary.Extension;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.util.List;

/**
 * The terms memory uses now: the shipped ones and the operator's extension, which is kept in the
 * store with every version it had.
 */
public interface Vocabularies {
  /** The terms in use. */
  Vocabulary current();

  /** The operator's extension in use; its text is empty when there is none. */
  Extension extension();

  /** Every extension that ever took effect, newest first. */
  List<AdoptedExtension> history(int limit);

  /**
   * What would happen if that text took effect: what is wrong with it, and which believed facts it
   * has no place for. Changes nothing.
   */
  VocabularyReport check(String extensionTurtle);

  /**
   * Puts an extension into effect for everything written from now on.
   *
   * @throws dev.continuo.ontology.vocabulary.VocabularyRefused when {@link #check} finds something
   */
  VocabularyReport adopt(String extensionTurtle, String who);

  /** What {@link #migrate} would change in stored facts. Changes nothing. */
  VocabularyReport dryRun();

  /**
   * Carries believed facts of older vocabulary versions over to the current one: the old row is
   * closed, a new one takes its place with the same source. A second run changes nothing.
   */
  VocabularyReport migrate(String who);
}

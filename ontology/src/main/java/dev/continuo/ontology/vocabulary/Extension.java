package dev.continuo.ontology.vocabulary;

import dev.continuo.ontology.vocabulary.jena.TurtleExtension;
import java.util.List;

/**
 * The operator's own terms and shapes beside the shipped ones. It only exists when it is sound: the
 * terms live in a namespace of their own, every predicate says how its values live together, the
 * shapes parse and speak in plain words, nothing is imported.
 *
 * @param turtle the file as it was written; empty for none
 * @param vocabulary the shipped terms and the operator's
 * @param own curies of the operator's kinds and predicates
 */
public record Extension(String turtle, Vocabulary vocabulary, List<String> own) {
  public Extension {
    own = List.copyOf(own);
  }

  /** The shipped vocabulary alone. */
  public static Extension none() {
    return new Extension("", Vocabulary.shipped(), List.of());
  }

  /**
   * Reads an extension; blank text is {@link #none()}.
   *
   * @throws VocabularyRefused with everything that is wrong with it
   */
  public static Extension read(String turtle) {
    return turtle.isBlank() ? none() : TurtleExtension.read(turtle);
  }

  /** Everything that is wrong with that text; empty when {@link #read} takes it. */
  public static List<String> findings(String turtle) {
    try {
      read(turtle);
      return List.of();
    } catch (VocabularyRefused refused) {
      return refused.findings();
    }
  }
}

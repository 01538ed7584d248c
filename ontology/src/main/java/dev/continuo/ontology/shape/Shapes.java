package dev.continuo.ontology.shape;

import dev.continuo.ontology.shape.jena.ShaclShapes;
import java.util.Collection;
import java.util.List;

/** The shapes that every snapshot of memory must keep. Parsed once, safe for many threads. */
public interface Shapes {

  /** The shapes that ship with the product. */
  static Shapes shipped() {
    return ShaclShapes.shipped();
  }

  /**
   * The shipped shapes and those of the operator's extension.
   *
   * @param extension Turtle that {@code Extension.read} took; blank for none
   */
  static Shapes shippedWith(String extension) {
    return extension.isBlank() ? shipped() : ShaclShapes.shippedWith(extension);
  }

  /** Everything that is wrong with this snapshot; empty when it conforms. */
  List<Violation> check(Collection<Statement> snapshot);
}

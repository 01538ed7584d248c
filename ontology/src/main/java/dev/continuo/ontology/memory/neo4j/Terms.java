package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.gate.Gate;
import dev.continuo.ontology.shape.Shapes;
import dev.continuo.ontology.vocabulary.Extension;
import dev.continuo.ontology.vocabulary.Vocabulary;

/** The vocabulary in use with everything that is compiled from it. Exchanged as a whole. */
record Terms(
    Extension extension,
    Vocabulary vocabulary,
    Gate gate,
    Rows rows,
    Results results,
    PlanWriter writer) {
  static Terms of(Extension extension) {
    return of(extension, extension.vocabulary(), Shapes.shippedWith(extension.turtle()));
  }

  static Terms of(Extension extension, Vocabulary vocabulary, Shapes shapes) {
    var rows = new Rows(vocabulary);
    return new Terms(
        extension,
        vocabulary,
        new Gate(vocabulary, shapes),
        rows,
        new Results(rows),
        new PlanWriter(vocabulary));
  }
}

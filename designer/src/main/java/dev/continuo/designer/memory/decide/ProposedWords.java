package dev.continuo.designer.memory.decide;

import dev.continuo.designer.memory.FactWords;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.ValueType;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.ZoneId;

/** Proposals in the owner's words, as facts are. */
final class ProposedWords {
  private ProposedWords() {}

  static String value(WithheldFact proposal, Vocabulary vocabulary, ZoneId zone) {
    return vocabulary
        .predicate(proposal.predicate())
        .map(Predicate::type)
        .filter(type -> type != ValueType.REF)
        .map(type -> literal(type, proposal.value(), zone))
        .orElse(proposal.value());
  }

  private static String literal(ValueType type, String words, ZoneId zone) {
    try {
      return FactWords.value(FactValue.literal(type, words), zone);
    } catch (IllegalArgumentException refusedForIt) {
      return words;
    }
  }

  /** "Ragna Solheim: role". */
  static String about(WithheldFact proposal) {
    return proposal.subjectLabel() + ": " + proposal.predicateLabel();
  }
}

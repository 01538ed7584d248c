package dev.continuo.ontology.recall;

import dev.continuo.ontology.memory.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was delivered.
 *
 * @param value in words
 * @param validTo exclusive; {@code null} is open
 */
public record RecalledFact(
    String factId,
    String subjectId,
    String subject,
    String predicate,
    String predicateLabel,
    String value,
    @Nullable String objectId,
    Instant validFrom,
    @Nullable Instant validTo,
    Instant recordedFrom,
    @Nullable Instant recordedTo,
    double confidence,
    String rank) {

  static RecalledFact of(Fact fact) {
    return new RecalledFact(
        fact.factId(),
        fact.subjectId(),
        fact.subjectLabel(),
        fact.predicate(),
        fact.predicateLabel(),
        fact.value().words(),
        fact.objectId(),
        fact.validFrom(),
        fact.validTo(),
        fact.recordedFrom(),
        fact.recordedTo(),
        fact.confidence(),
        fact.rank().name());
  }
}

package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import org.jspecify.annotations.Nullable;

/**
 * A believed fact as the store has it.
 *
 * @param objectId the entity behind a reference
 */
public record StoredRow(
    String factId,
    String slotKey,
    String subjectId,
    String predicate,
    FactValue value,
    @Nullable String objectId,
    Interval valid,
    SourceRank rank) {

  String valueKey() {
    return Placed.valueKey(value, objectId);
  }
}

package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.FactValue;
import org.jspecify.annotations.Nullable;

/**
 * A statement that holds for an interval.
 *
 * @param proposal index of the proposal that brings it, -1 when it is stored already
 */
record Held(
    String subjectId,
    String predicate,
    FactValue value,
    @Nullable String objectId,
    Interval valid,
    int proposal) {

  static Held stored(StoredRow row, Interval valid) {
    return new Held(row.subjectId(), row.predicate(), row.value(), row.objectId(), valid, -1);
  }

  static Held proposed(Placed placed, Interval valid) {
    return new Held(
        placed.subjectId(),
        placed.candidate().predicate().curie(),
        placed.value(),
        placed.objectId(),
        valid,
        placed.index());
  }
}

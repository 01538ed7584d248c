package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.SourceRank;

/**
 * A value that a source states for an interval of one slot.
 *
 * @param decided a person saw what is known and decided for this one: no rank and no tie holds it
 *     up
 */
record Claim(Interval stated, String value, SourceRank rank, boolean decided) {
  Claim(Interval stated, String value, SourceRank rank) {
    this(stated, value, rank, false);
  }
}

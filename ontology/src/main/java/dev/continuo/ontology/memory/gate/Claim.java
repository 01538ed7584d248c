package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.SourceRank;

/** A value that a source states for an interval of one slot. */
record Claim(Interval stated, String value, SourceRank rank) {}

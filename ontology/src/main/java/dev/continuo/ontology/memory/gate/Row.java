package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.SourceRank;

/**
 * A believed fact as its slot sees it.
 *
 * @param value the value as a key: equal text means equal value
 */
record Row(String factId, Interval valid, String value, SourceRank rank) {}

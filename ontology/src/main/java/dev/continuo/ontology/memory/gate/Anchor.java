package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;

/** A later source that said the same about {@code at}: what arrives late does not reach past it. */
record Anchor(Instant at, String value, SourceRank rank) {}

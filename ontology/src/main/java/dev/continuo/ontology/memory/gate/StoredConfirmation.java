package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;

/** One more source for the value of a slot at that time. */
public record StoredConfirmation(String slotKey, String valueKey, Instant at, SourceRank rank) {}

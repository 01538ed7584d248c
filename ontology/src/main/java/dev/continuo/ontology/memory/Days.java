package dev.continuo.ontology.memory;

import java.time.Instant;

/** The span of time that memory has something to say about, and since when it does. */
public record Days(Instant firstValid, Instant lastValid, Instant firstRecorded) {}

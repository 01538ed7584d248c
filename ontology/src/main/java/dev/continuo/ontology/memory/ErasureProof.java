package dev.continuo.ontology.memory;

import java.time.Instant;

/**
 * What stays of an erasure: that it happened. It names nobody.
 *
 * @param entities how many entities went, and so on
 * @param masked sources of which only others' sentences are left
 */
public record ErasureProof(
    String key,
    Instant at,
    String who,
    String why,
    int entities,
    int facts,
    int episodes,
    int masked,
    int vectors) {}

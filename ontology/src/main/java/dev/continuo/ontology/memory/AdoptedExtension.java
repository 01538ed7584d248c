package dev.continuo.ontology.memory;

import java.time.Instant;

/**
 * An extension of the operator's that took effect.
 *
 * @param number 1 for the first
 * @param version of the vocabulary with it
 * @param turtle its text; empty where it took all own terms away
 */
public record AdoptedExtension(int number, String version, Instant at, String who, String turtle) {}

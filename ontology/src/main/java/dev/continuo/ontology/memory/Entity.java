package dev.continuo.ontology.memory;

import java.time.Instant;
import java.util.List;

/**
 * A thing that facts speak of.
 *
 * @param kind for instance {@code schema:Person}
 * @param kindLabel what a person reads, for instance "person"
 * @param label its current name
 * @param keys what identifies it
 * @param aliases other names it was given
 * @param version grows with every write that touches it; a cache key
 */
public record Entity(
    String id,
    String kind,
    String kindLabel,
    String label,
    List<String> keys,
    List<String> aliases,
    Instant firstSeen,
    long version) {}

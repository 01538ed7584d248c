package dev.continuo.ontology.shape;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a snapshot breaks a shape.
 *
 * @param focus IRI of the thing that is wrong
 * @param path IRI of the predicate it is about, {@code null} when it is the thing as a whole
 * @param value the offending value, when there is one
 * @param shape IRI or label of the shape, stable
 * @param message plain words for a person
 */
public record Violation(
    String focus, @Nullable String path, @Nullable String value, String shape, String message) {}

package dev.continuo.ontology.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that memory learned, or stopped believing.
 *
 * @param fallen true when it is not believed any more and nothing came in its place
 * @param before the sentence that it replaced
 */
public record Change(Instant at, Fact fact, boolean fallen, @Nullable String before) {}

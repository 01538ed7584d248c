package dev.continuo.ontology.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One remembered statement; immutable except that {@code recordedTo} is set once, when memory stops
 * believing it.
 *
 * @param objectId the entity id behind a {@link FactValue.Ref}
 * @param sentence the fact as a sentence
 * @param validTo exclusive; {@code null} is open
 * @param quote the sentence in the source
 * @param stale true when something it was derived from is not believed any more
 */
public record Fact(
    String factId,
    String subjectId,
    String subjectLabel,
    String predicate,
    String predicateLabel,
    FactValue value,
    @Nullable String objectId,
    String sentence,
    Instant validFrom,
    @Nullable Instant validTo,
    Instant recordedFrom,
    @Nullable Instant recordedTo,
    double confidence,
    SourceRank rank,
    String episodeKey,
    String quote,
    boolean stale) {}

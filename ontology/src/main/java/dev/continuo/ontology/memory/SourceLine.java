package dev.continuo.ontology.memory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source of what is known about somebody, as a line of a timeline.
 *
 * @param documentId the stored document behind it, when there is one
 * @param facts how many facts about them stand on it
 * @param sentences the first of these
 */
public record SourceLine(
    String key,
    String kind,
    String title,
    Instant occurredAt,
    @Nullable String documentId,
    int facts,
    List<String> sentences) {
  public SourceLine {
    sentences = List.copyOf(sentences);
  }
}

package dev.continuo.ontology.recall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence.
 *
 * @param id fact id or passage id
 * @param fact the fact, {@code null} for a passage of a source
 * @param text the fact as a sentence, or the passage
 * @param quote the sentence of the source a fact stands on; empty for a passage
 * @param episodeKey the source
 * @param source what the source is called
 * @param occurredAt when the source happened
 * @param score comparable within one answer only
 * @param lists what found it: slot, words, meaning, graph, roll-up ...
 */
public record RecalledItem(
    String id,
    @Nullable RecalledFact fact,
    String text,
    String quote,
    String episodeKey,
    String source,
    Instant occurredAt,
    double score,
    List<String> lists) {

  public RecalledItem {
    lists = List.copyOf(lists);
  }

  /** About how many tokens a language model needs for it: four letters each, and its reference. */
  int tokens() {
    return (text.length() + quote.length()) / 4 + 16;
  }
}

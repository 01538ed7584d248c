package dev.continuo.ontology.recall;

import java.time.Instant;
import java.util.List;

/**
 * A stored passage of a source, or a roll-up.
 *
 * @param words what is counted of it
 * @param wordScore what the store's full text gave it, 0 where it was found otherwise
 * @param about names of the entities its source speaks of
 */
public record PassageRow(
    String id,
    String episodeKey,
    String source,
    String text,
    String words,
    Instant occurredAt,
    Instant recordedAt,
    float[] vector,
    double wordScore,
    List<String> about) {

  public PassageRow {
    about = List.copyOf(about);
  }

  RecalledItem item(String said, double score, List<String> lists) {
    return new RecalledItem(id, null, said, "", episodeKey, source, occurredAt, score, lists);
  }
}

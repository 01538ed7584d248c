package dev.continuo.ontology.recall;

import java.time.Instant;
import java.util.List;

/**
 * What memory answers.
 *
 * @param asOf the point of view in words: "now (22 Nov 2026)", "as it was on 3 Mar 2025"
 * @param items the evidence, best first
 * @param note one sentence on what is missing or cut, empty otherwise
 */
public record Recalled(
    Question question,
    Reading reading,
    Instant answeredAt,
    String asOf,
    List<RecalledItem> items,
    String note,
    RecallActivity activity) {

  public Recalled {
    items = List.copyOf(items);
  }

  /** Ids of the facts and passages that the answer stands on. */
  public List<String> evidence() {
    return items.stream().map(RecalledItem::id).toList();
  }
}

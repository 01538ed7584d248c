package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Fills a budget of tokens with the best items; an item that does not fit leaves room for a shorter
 * one. What says the same as an item before it is left out.
 */
final class Packing {

  private Packing() {}

  /**
   * @param cut how many fitted no more
   */
  record Packed(List<RecalledItem> items, int cut, int tokens) {}

  static Packed of(List<RecalledItem> items, int tokens, int limit) {
    var packed = new ArrayList<RecalledItem>();
    var said = new HashSet<String>();
    int used = 0;
    int cut = 0;
    for (RecalledItem item : items) {
      if (!said.add(EnglishWords.name(item.text()))) {
        continue;
      }
      if (packed.size() < limit && used + item.tokens() <= tokens) {
        packed.add(item);
        used += item.tokens();
      } else {
        cut++;
      }
    }
    return new Packed(packed, cut, used);
  }
}

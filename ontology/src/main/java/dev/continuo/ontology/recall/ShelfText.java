package dev.continuo.ontology.recall;

import java.util.List;

/**
 * A text that can be found.
 *
 * @param group what it is part of, such as a session or a thread; empty for none
 * @param words what is counted: for a turn of a dialogue its date, the turn and what led to it
 * @param names who speaks or is concerned; compared as names, never mixed into the text
 * @param length of the text itself, in words
 * @param vectors of the text first, then of its pieces; see {@link Passages#pieces}
 */
public record ShelfText(
    String id, String group, String words, List<String> names, int length, List<float[]> vectors) {

  public ShelfText {
    names = List.copyOf(names);
    vectors = List.copyOf(vectors);
  }
}

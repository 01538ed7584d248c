package dev.continuo.ontology.memory;

/**
 * The sentence a fact stands on.
 *
 * @param quote the words, as they are in the episode's text (white space does not matter)
 * @param start offset of the first character in the episode's text, -1 when not known
 * @param end offset after the last character, -1 when not known
 */
public record Evidence(String quote, int start, int end) {

  /** Evidence whose place in the episode is looked up when it is remembered. */
  public static Evidence of(String quote) {
    return new Evidence(quote, -1, -1);
  }
}

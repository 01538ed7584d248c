package dev.continuo.runtime.agent.text;

/**
 * A quotation and where it stands.
 *
 * @param quote the words as they are in the text
 * @param start offset of the first character in the text
 * @param end offset after the last character
 */
public record Span(String quote, int start, int end) {

  static Span of(String text, int start, int end) {
    return new Span(text.substring(start, end), start, end);
  }

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}

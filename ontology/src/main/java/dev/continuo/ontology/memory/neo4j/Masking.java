package dev.continuo.ontology.memory.neo4j;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Blackens text without moving it: every place keeps its number, white space stays. */
final class Masking {
  private static final char BLACK = '█';

  private Masking() {}

  /** A stretch of text that somebody else's fact stands on. */
  record Span(int start, int end) {}

  /** Everything outside the spans goes; inside them, the names. */
  static String mask(String text, Collection<Span> kept, List<String> names) {
    var black = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int place = i;
      if (kept.stream().noneMatch(span -> span.start() <= place && place < span.end())
          && !Character.isWhitespace(text.charAt(i))) {
        black.setCharAt(i, BLACK);
      }
    }
    return names(black.toString(), names);
  }

  /** Only the names go. */
  static String names(String text, List<String> names) {
    var masked = text;
    for (var name : names) {
      if (name.length() >= 3) {
        var place =
            Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        masked =
            place
                .matcher(masked)
                .replaceAll(found -> String.valueOf(BLACK).repeat(found.group().length()));
      }
    }
    return masked;
  }
}

package dev.continuo.runtime.journal;

/** Text from outside, made harmless for one line of the log or one column of the database. */
final class PlainText {
  private PlainText() {}

  /** One line without control and direction characters, at most so long. */
  static String line(String text, int atMost) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), atMost) + 1);
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
        gap = !line.isEmpty();
      } else if (Character.getType(c) != Character.FORMAT
          && Character.getType(c) != Character.SURROGATE) {
        if (gap) {
          line.append(' ');
          gap = false;
        }
        if (line.length() + 1 >= atMost) {
          return line.append('…').toString();
        }
        line.appendCodePoint(c);
      }
    }
    return line.toString();
  }

  /** A sentence as Markdown: nothing in it becomes a link, a tag or code. */
  static String sentence(String text) {
    return escape(line(text, 2_000), "\\`[]<>");
  }

  /** A name as Markdown: it is also not emphasised by what it contains. */
  static String name(String text) {
    return escape(line(text, 200), "\\`[]<>*_");
  }

  private static String escape(String text, String special) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (special.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}

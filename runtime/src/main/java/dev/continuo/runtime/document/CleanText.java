package dev.continuo.runtime.document;

import java.util.regex.Pattern;

/** Makes text from outside safe to show on one line: no control, no direction override. */
final class CleanText {
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

  private CleanText() {}

  /** One line of at most {@code max} characters. */
  static String line(String text, int max) {
    String clean = CONTROL.matcher(text).replaceAll(" ").strip();
    return clip(clean, max);
  }

  /** Whether {@link #line} would have to take something out other than tabs. */
  static boolean holdsControl(String text) {
    return CONTROL.matcher(text.replace('\t', ' ')).find();
  }

  /** Text of several lines: line ends become {@code \n}, other control characters go. */
  static String lines(String text) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n');
    StringBuilder out = new StringBuilder(unix.length());
    unix.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !holdsControl(c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** A file name without folders, never empty. */
  static String fileName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = line(last, 150);
    return clean.isEmpty() || clean.equals(".") || clean.equals("..") ? "unnamed" : clean;
  }

  /** At most {@code max} characters, no half character at the end. */
  static String clip(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end);
  }

  private static boolean holdsControl(int codePoint) {
    return Character.getType(codePoint) == Character.CONTROL
        || (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069)
        || codePoint == 0xfeff
        || codePoint == 0x200e
        || codePoint == 0x200f
        || codePoint == 0x2029;
  }
}

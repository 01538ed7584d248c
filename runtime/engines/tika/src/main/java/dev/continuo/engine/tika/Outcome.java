package dev.continuo.engine.tika;

/**
 * What came of one document.
 *
 * @param kind one of the words that the application knows: read, cut, empty, locked, broken,
 *     unknown, refused
 * @param why a reason where nothing was read, at most 300 characters
 */
record Outcome(String kind, String mediaType, String why, String text) {
  private static final int LONGEST = 300;

  static Outcome text(String mediaType, String text, boolean cut) {
    if (text.isBlank()) {
      return new Outcome("empty", mediaType, "", "");
    }
    return new Outcome(cut ? "cut" : "read", mediaType, "", text);
  }

  static Outcome not(String kind, String mediaType, String why) {
    var line = why.replaceAll("\\s+", " ").strip();
    return new Outcome(kind, mediaType, line.substring(0, Math.min(LONGEST, line.length())), "");
  }
}

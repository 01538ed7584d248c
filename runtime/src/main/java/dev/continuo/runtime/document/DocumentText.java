package dev.continuo.runtime.document;

import java.util.Locale;

/**
 * What came of reading the text of a document.
 *
 * @param mediaType what the document is, found out from its content; may be empty
 * @param text empty unless it was read
 * @param why the reason where it was not read; may be text from outside
 */
public record DocumentText(State state, String mediaType, String text, String why) {

  /** How it ended. Stored by name. */
  public enum State {
    READ("read", ""),
    CUT(
        "partly read",
        "Only the beginning was read, because it is very long. Open the document for the rest."),
    EMPTY(
        "without text",
        "No text was found in it. It may be a scan or a picture. Open it and look, or ask for one"
            + " with text."),
    LOCKED(
        "locked",
        "Its text was not read. It is locked with a password. Unlock it and add it again, or ask"
            + " for one that is open."),
    BROKEN(
        "broken",
        "Its text was not read. The file is damaged or not complete. Ask for it again, or open it"
            + " yourself."),
    UNKNOWN(
        "not opened",
        "Its text was not read. Files of this kind are not opened here. Open it yourself, or ask"
            + " for a PDF."),
    REFUSED(
        "refused",
        "Its text was not read. It is built in a way that can do harm. Open it only if you trust"
            + " who sent it, or ask for a PDF."),
    STOPPED(
        "given up",
        "Its text was not read. Reading was stopped, because it needed too much. Open it yourself,"
            + " or ask for a shorter one.");

    private final String words;
    private final String sentence;

    State(String words, String sentence) {
      this.words = words;
      this.sentence = sentence;
    }

    /** One or two words for a label. */
    public String words() {
      return words;
    }

    /** What happened, why, and what to do; empty where all went well. */
    public String sentence() {
      return sentence;
    }

    /** Whether there is text. */
    public boolean hasText() {
      return this == READ || this == CUT;
    }
  }

  static DocumentText stopped(String why) {
    return new DocumentText(State.STOPPED, "", "", CleanText.line(why, 300));
  }

  /** From the words of the program that reads; a word that is not known is trouble of its own. */
  static DocumentText of(String kind, String mediaType, String text, String why) {
    State state = State.valueOf(kind.toUpperCase(Locale.ROOT));
    String clean = state.hasText() ? CleanText.lines(text).strip() : "";
    return new DocumentText(
        state.hasText() && clean.isEmpty() ? State.EMPTY : state,
        CleanText.line(mediaType, 200),
        clean,
        CleanText.line(why, 300));
  }
}

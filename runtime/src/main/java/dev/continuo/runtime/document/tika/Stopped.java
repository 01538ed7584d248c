package dev.continuo.runtime.document.tika;

/** The program was stopped, or ended by itself, before it answered; the message is a sentence. */
public final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  Stopped(String why) {
    super(why);
  }

  /** Why, as a sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}

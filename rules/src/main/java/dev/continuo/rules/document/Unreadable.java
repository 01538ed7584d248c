package dev.continuo.rules.document;

/**
 * A text or a file from outside that may not be read as what it should be. Will not help to retry.
 */
public abstract class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final String what;
  private final String why;
  private final String fix;

  protected Unreadable(String code, String what, String why, String fix) {
    super(what + " " + why + " " + fix);
    this.code = code;
    this.what = what;
    this.why = why;
    this.fix = fix;
  }

  /** Stable name of the reason, such as {@code doctype-refused}. */
  public String code() {
    return code;
  }

  public String what() {
    return what;
  }

  public String why() {
    return why;
  }

  public String fix() {
    return fix;
  }
}

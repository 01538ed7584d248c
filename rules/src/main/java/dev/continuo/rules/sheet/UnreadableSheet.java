package dev.continuo.rules.sheet;

/** A file that is no spreadsheet which may be read. Will not help to retry. */
public final class UnreadableSheet extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final String what;
  private final String why;
  private final String fix;

  public UnreadableSheet(String code, String what, String why, String fix) {
    super(what + " " + why + " " + fix);
    this.code = code;
    this.what = what;
    this.why = why;
    this.fix = fix;
  }

  /** More than can be read with care. */
  public static UnreadableSheet tooLarge(String why) {
    return new UnreadableSheet(
        "sheet-too-large",
        "The file is too large.",
        why,
        "Split the table, or keep the list as facts in memory.");
  }

  /** Stable name of the reason, such as {@code sheet-too-large}. */
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

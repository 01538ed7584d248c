package dev.continuo.rules.sheet;

import dev.continuo.rules.document.Unreadable;

/** A file that is no spreadsheet which may be read. */
public final class UnreadableSheet extends Unreadable {
  private static final long serialVersionUID = 1L;

  public UnreadableSheet(String code, String what, String why, String fix) {
    super(code, what, why, fix);
  }

  /** More than can be read with care. */
  public static UnreadableSheet tooLarge(String why) {
    return new UnreadableSheet(
        "sheet-too-large",
        "The file is too large.",
        why,
        "Split the table, or keep the list as facts in memory.");
  }
}

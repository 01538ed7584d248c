package dev.continuo.rules.table;

/**
 * Something a person should know about a model or an evaluation, in three sentences.
 *
 * @param code stable name of the kind of finding, such as {@code cell-unreadable}
 * @param what what was found
 * @param why why that is so, or why it matters
 * @param fix what to do about it
 */
public record Finding(
    Severity severity, String code, Place where, String what, String why, String fix) {

  /** Code of the finding that an expression went deeper than there is room for. */
  public static final String TOO_DEEP = "too-deep";

  /** How much a finding weighs. */
  public enum Severity {
    /** The model cannot be used, or the answer must not be. */
    ERROR,
    /** The model can be used, but probably does not say what its owner means. */
    WARNING,
    /** Good to know. */
    NOTE
  }

  public static Finding error(String code, Place where, String what, String why, String fix) {
    return new Finding(Severity.ERROR, code, where, what, why, fix);
  }

  public static Finding warning(String code, Place where, String what, String why, String fix) {
    return new Finding(Severity.WARNING, code, where, what, why, fix);
  }

  public static Finding note(String code, Place where, String what, String why, String fix) {
    return new Finding(Severity.NOTE, code, where, what, why, fix);
  }

  /** The same, found elsewhere. */
  public Finding at(Place elsewhere) {
    return new Finding(severity, code, elsewhere, what, why, fix);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Place and the three sentences, for logs and incidents. */
  public String sentence() {
    return "%s: %s %s %s".formatted(where.words(), what, why, fix).strip();
  }
}

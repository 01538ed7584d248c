package dev.continuo.runtime.flow;

/**
 * One thing a check found in a process.
 *
 * @param severity whether it stops a release
 * @param code stable, kebab-case
 * @param elementId the element it is about; empty for the whole process
 * @param what what was found and where, a sentence
 * @param why why it matters, a sentence
 * @param fix what to do, a sentence
 */
public record Finding(
    Severity severity, String code, String elementId, String what, String why, String fix) {

  /** How much a finding weighs. */
  public enum Severity {
    ERROR,
    WARNING
  }

  static Finding error(String code, String elementId, String what, String why, String fix) {
    return new Finding(Severity.ERROR, code, elementId, what, why, fix);
  }

  static Finding warning(String code, String elementId, String what, String why, String fix) {
    return new Finding(Severity.WARNING, code, elementId, what, why, fix);
  }

  /** The finding as one line. */
  public String sentence() {
    return what + " " + why + " " + fix;
  }
}

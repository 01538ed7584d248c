package dev.continuo.rules.document;

/** The text is no DMN model that may be read. */
public final class UnreadableModel extends Unreadable {
  private static final long serialVersionUID = 1L;

  public UnreadableModel(String code, String what, String why, String fix) {
    super(code, what, why, fix);
  }
}

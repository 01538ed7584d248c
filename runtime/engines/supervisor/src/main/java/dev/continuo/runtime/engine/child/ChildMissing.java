package dev.continuo.runtime.engine.child;

/** Files of a child process are not there. To try again does not help. */
public final class ChildMissing extends RuntimeException {

  private final String fix;

  public ChildMissing(String why, String fix) {
    super(why);
    this.fix = fix;
  }

  /** What a person can do about it. */
  public String fix() {
    return fix;
  }
}

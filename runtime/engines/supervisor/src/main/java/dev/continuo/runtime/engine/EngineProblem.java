package dev.continuo.runtime.engine;

/**
 * Something that keeps the engines from running, told in three sentences: what happened, why, and
 * what to do.
 */
public abstract sealed class EngineProblem extends RuntimeException
    permits DataFolderInUse, DataFolderUnusable, EngineMissing, EngineNotReady {

  private final String what;
  private final String why;
  private final String fix;

  EngineProblem(String what, String why, String fix) {
    super(what + " " + why + " " + fix);
    this.what = what;
    this.why = why;
    this.fix = fix;
  }

  /** Stable name of this kind of problem, for documentation and for programs. */
  public abstract String code();

  /** What happened. */
  public String what() {
    return what;
  }

  /** Why it happened, as far as it is known. */
  public String why() {
    return why;
  }

  /** What the operator can do about it. */
  public String fix() {
    return fix;
  }
}

package dev.continuo.rules.sandbox;

import dev.continuo.rules.table.Tables;

/**
 * Tables that cannot hold up the app. The programs behind it start with the first question, are
 * kept while they are healthy, and are stopped when they take too long; whoever asked then gets a
 * sentence that says so, and everybody else an answer. They have a bounded heap, no environment of
 * the app's and no way to the network. Safe to use from many threads.
 */
public final class Sandbox implements AutoCloseable {
  private final Programs programs;
  private final Tables drafts;
  private final Tables released;

  private Sandbox(SandboxOptions options) {
    this.programs = new Programs(options);
    this.drafts = new SandboxTables(programs);
    this.released = new ReleasedTables(Tables.open(), drafts);
  }

  /** Opens a sandbox without starting anything. */
  public static Sandbox open(SandboxOptions options) {
    return new Sandbox(options);
  }

  /** For texts that nobody has released: reading, asking and analysis all happen outside. */
  public Tables drafts() {
    return drafts;
  }

  /**
   * For released texts: what is proven to finish is compiled and asked in this program, all else
   * outside. Analysis always happens outside.
   */
  public Tables released() {
    return released;
  }

  /** Starts a program in the background, so that the first question is answered at once. */
  public void warmUp() {
    programs.prepare();
  }

  /** Stops the programs; questions that are under way fail. */
  @Override
  public void close() {
    programs.close();
  }
}

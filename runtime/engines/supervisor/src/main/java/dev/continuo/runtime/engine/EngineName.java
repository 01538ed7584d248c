package dev.continuo.runtime.engine;

import java.util.Locale;

/** The three engines, in the order in which they are started and against which they are stopped. */
public enum EngineName {
  POSTGRES("PostgreSQL"),
  NEO4J("Neo4j"),
  ZEEBE("Zeebe");

  private final String title;

  EngineName(String title) {
    this.title = title;
  }

  /**
   * The short name in status files, folders and options: {@code postgres}, {@code neo4j}, {@code
   * zeebe}.
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as its makers write it, for sentences that people read. */
  public String title() {
    return title;
  }
}

package dev.continuo.rules.table;

import java.util.ServiceLoader;

/**
 * Turns the text of a DMN model into a table that can be asked.
 *
 * <p>The text comes from an editor or from outside and is data: a document type declaration is
 * refused before any parser sees it, and Java, PMML and other external functions are refused before
 * anything is compiled. All methods may be called from any thread; compiled tables are kept by the
 * hash of their text, so that asking again for the same text costs a look-up.
 */
public interface Tables {

  /** Opens the tables on the engine found on the class path. */
  static Tables open() {
    return ServiceLoader.load(Tables.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No decision engine is on the class path."));
  }

  /**
   * Compiles a model. Never throws for what the text contains: what is wrong comes back as
   * findings, all of them at once.
   */
  Compilation compile(String dmnXml);
}

package dev.continuo.rules.table;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

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
  default Compilation compile(String dmnXml) {
    return compile(dmnXml, List.of());
  }

  /** Compiles a model that imports others, whose texts are given in any order. */
  Compilation compile(String dmnXml, List<String> imported);

  /**
   * Whether every expression of the text is proven to finish, found out by reading alone; see
   * {@link CompiledTable#bounded()}. A text that cannot be read or must not be compiled is not.
   */
  boolean provenBounded(String dmnXml);

  /**
   * Looks for values that no row covers, rows that fit at the same time against the hit policy, and
   * rows that can never answer. Takes from milliseconds to seconds on a thread of its own, one
   * model at a time. A model that does not compile has nothing to look at and gives no findings.
   */
  CompletableFuture<Analysis> study(String dmnXml);

  /** The findings of {@link #study}. */
  default CompletableFuture<List<Finding>> analyse(String dmnXml) {
    return study(dmnXml).thenApply(Analysis::findings);
  }
}

package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;

/**
 * An expression that goes deeper than a thread's stack: a function that calls itself, or loops
 * within loops (the engine keeps a frame for each turn of the inner one).
 */
final class Depth {
  private Depth() {}

  static boolean exceeded(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError) {
        return true;
      }
    }
    return false;
  }

  static Finding finding(String decision) {
    return Finding.error(
        Finding.TOO_DEEP,
        Place.table(decision),
        "Stopped: an expression goes too deep.",
        "A function calls itself without end, or loops stand within loops over many values.",
        "Say it with comparisons and lists of values, or compute it in a step before the decision.");
  }
}

package dev.continuo.rules.sandbox;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.time.Duration;

/** A program was stopped, or stopped by itself, before it answered. */
final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  /** Stable code of the finding. */
  static final String CODE = "stopped";

  private static final String FIX =
      "Say it with comparisons and lists of values, or compute it in a step before the decision.";

  private final String what;
  private final String why;
  private final String fix;

  private Stopped(String what, String why, String fix) {
    super(what);
    this.what = what;
    this.why = why;
    this.fix = fix;
  }

  static Stopped tookTooLong(Duration limit) {
    return new Stopped(
        "Stopped after %s s: there was no answer in time."
            .formatted(
                java.math.BigDecimal.valueOf(limit.toMillis(), 3)
                    .stripTrailingZeros()
                    .toPlainString()),
        "An expression may never finish: a loop over a huge range, a function that calls itself, or"
            + " a pattern that looks back too often.",
        FIX);
  }

  static Stopped outOfMemory(int heapMiB) {
    return new Stopped(
        "Stopped: more than %d MiB of memory were needed.".formatted(heapMiB),
        "A list or a text in it grows without bound.",
        FIX);
  }

  static Stopped broken(String why) {
    return new Stopped(
        "The program that tries tables ended before it answered.", why, "Try again.");
  }

  static Stopped busy() {
    return new Stopped(
        "There was no time to try the table.",
        "Other tables are being tried.",
        "Try again in a moment.");
  }

  Finding finding(Place where) {
    return Finding.error(CODE, where, what, why, fix);
  }

  /** The same with the place and the reason that the static check suspects. */
  Finding finding(Finding suspect) {
    return Finding.error(CODE, suspect.where(), what, suspect.why(), fix);
  }
}

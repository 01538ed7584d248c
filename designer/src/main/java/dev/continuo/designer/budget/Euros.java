package dev.continuo.designer.budget;

import java.util.Locale;

/** Micro-euros as people write money. */
public final class Euros {
  private Euros() {}

  /** "EUR 4.10"; small amounts keep two digits that say something: "EUR 0.0034". */
  public static String of(long micros) {
    if (micros == 0 || micros >= 100_000) {
      return String.format(Locale.ROOT, "EUR %,.2f", micros / 1e6);
    }
    return String.format(Locale.ROOT, micros < 10_000 ? "EUR %.4f" : "EUR %.3f", micros / 1e6);
  }

  /** "31 %". */
  static String share(long part, long whole) {
    return whole == 0 ? "0 %" : Math.round(100.0 * part / whole) + " %";
  }
}

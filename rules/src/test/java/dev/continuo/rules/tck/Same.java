package dev.continuo.rules.tck;

import java.math.BigDecimal;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/** Whether an answer is the expected one: numbers up to the eighth digit, durations by length. */
final class Same {
  private static final BigDecimal CLOSE = new BigDecimal("0.00000001");

  private Same() {}

  static boolean test(Object expected, Object actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    if (expected instanceof Number one && actual instanceof Number other) {
      return new BigDecimal(one.toString())
              .subtract(new BigDecimal(other.toString()))
              .abs()
              .compareTo(CLOSE)
          < 0;
    }
    if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
      return one.keySet().stream().allMatch(key -> test(one.get(key), other.get(key)))
          && other.keySet().stream().allMatch(one::containsKey);
    }
    if (expected instanceof Collection<?> one && actual instanceof Collection<?> other) {
      return one.size() == other.size() && all(one.iterator(), other.iterator());
    }
    if (expected instanceof ChronoPeriod one && actual instanceof ChronoPeriod other) {
      return months(one) == months(other);
    }
    return Objects.equals(expected, actual)
        || expected instanceof TemporalAccessor && expected.toString().equals(actual.toString());
  }

  private static boolean all(Iterator<?> one, Iterator<?> other) {
    while (one.hasNext()) {
      if (!test(one.next(), other.next())) {
        return false;
      }
    }
    return true;
  }

  private static long months(ChronoPeriod period) {
    return period.get(ChronoUnit.YEARS) * 12 + period.get(ChronoUnit.MONTHS);
  }
}

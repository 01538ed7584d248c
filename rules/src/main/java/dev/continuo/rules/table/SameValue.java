package dev.continuo.rules.table;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether two answers mean the same, wherever they come from: numbers by value and not by scale,
 * dates, times and durations also as the ISO 8601 text that a record keeps of them.
 */
public final class SameValue {
  private SameValue() {}

  public static boolean test(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    return switch (one) {
      case Number number -> other instanceof Number n && decimal(number).compareTo(decimal(n)) == 0;
      case Map<?, ?> map -> other instanceof Map<?, ?> m && sameEntries(map, m);
      case List<?> list -> other instanceof List<?> l && sameItems(list, l);
      default ->
          one.equals(other)
              || (isTime(one) || isTime(other)) && one.toString().equals(other.toString());
    };
  }

  private static boolean sameEntries(Map<?, ?> one, Map<?, ?> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream().allMatch(key -> test(one.get(key), other.get(key)));
  }

  private static boolean sameItems(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!test(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTime(Object value) {
    return value instanceof TemporalAccessor || value instanceof TemporalAmount;
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }
}

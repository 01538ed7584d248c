package dev.continuo.runtime.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table's answer as JSON-like values, the way variables of a run hold them. */
final class PlainValues {
  private PlainValues() {}

  static Map<String, @Nullable Object> of(Map<?, ?> values) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    values.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
    return plain;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number(number);
      case Number number -> number;
      case Boolean truth -> truth;
      case String text -> text;
      case Map<?, ?> context -> of(context);
      case List<?> list -> list(list);
      default -> value.toString();
    };
  }

  private static List<@Nullable Object> list(List<?> values) {
    var plain = new ArrayList<@Nullable Object>(values.size());
    values.forEach(value -> plain.add(plain(value)));
    return plain;
  }

  private static Number number(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() < 18;
    return whole && number.scale() < 18 && number.scale() > -18 ? number.longValueExact() : number;
  }
}

package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.TableOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/** Takes the engine's own classes out of an answer, so that callers meet the JDK's only. */
final class AnswerValues {
  private AnswerValues() {}

  static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case ComparablePeriod period -> period.asPeriod();
      case Map<?, ?> context -> context(context);
      case List<?> list -> list(list);
      case null, default -> value;
    };
  }

  /** A context with the columns first, in their order. */
  static Map<String, @Nullable Object> ordered(Map<?, ?> values, List<TableOutput> columns) {
    var plain = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(values.size());
    for (var column : columns) {
      var value = values.get(column.name());
      if (value != null || values.containsKey(column.name())) {
        plain.put(column.name(), plain(value));
      }
    }
    if (plain.size() < values.size()) {
      values.forEach((key, value) -> plain.putIfAbsent(String.valueOf(key), plain(value)));
    }
    return plain;
  }

  private static Map<String, @Nullable Object> context(Map<?, ?> values) {
    var plain = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(values.size());
    values.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
    return plain;
  }

  private static List<@Nullable Object> list(List<?> values) {
    var plain = new ArrayList<@Nullable Object>(values.size());
    values.forEach(value -> plain.add(plain(value)));
    return plain;
  }
}

package dev.continuo.runtime.journal;

import java.util.ArrayList;
import java.util.List;

/** Conditions of a query that all have to hold; values only ever as parameters. */
final class Conditions {
  private final List<String> terms = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  void add(String term, Object... values) {
    terms.add(term);
    this.values.addAll(List.of(values));
  }

  String sql() {
    return terms.isEmpty() ? "" : "WHERE " + String.join(" AND ", terms);
  }

  List<Object> values() {
    return values;
  }
}

package dev.continuo.runtime.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a query that all have to hold; values only ever as parameters. */
final class Conditions {
  private final List<String> terms = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** What a filter and the end of the page before ask for; the filter's text left out. */
  static Conditions of(RunFilter filter, @Nullable String after) {
    Conditions where = new Conditions();
    if (filter.flowId() != null) {
      where.add("flow_id = ?", filter.flowId());
    }
    if (filter.state() != null) {
      where.add("state = ?", filter.state().name());
      if (filter.state() != RunState.COMPLETED) {
        where.add("state <> 'COMPLETED'"); // lets the planner take the small index
      }
    }
    if (after != null) {
      RunCursor cursor = RunCursor.parse(after);
      where.add("(started_at, run_key) < (?, ?)", cursor.startedAt(), cursor.runKey());
    }
    return where;
  }

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

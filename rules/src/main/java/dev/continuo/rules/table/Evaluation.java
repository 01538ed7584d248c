package dev.continuo.rules.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision answered.
 *
 * @param outputs the answer by output name, in column order; a decision that answers with one value
 *     or with a list of rows has a single entry under its own name. Empty when no row hit or
 *     something failed.
 * @param value the answer as FEEL sees it: a value, a context or a list
 * @param hits the rows that the answer stands on, also those of decisions it needed
 * @param problems what went wrong; the answer may be used only when no problem is an error
 */
public record Evaluation(
    Map<String, @Nullable Object> outputs,
    @Nullable Object value,
    List<HitRow> hits,
    List<Finding> problems) {

  public Evaluation {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    hits = List.copyOf(hits);
    problems = List.copyOf(problems);
  }

  /** Nothing could be answered because of these problems. */
  public static Evaluation failed(List<HitRow> hits, List<Finding> problems) {
    return new Evaluation(Map.of(), null, hits, new ArrayList<>(problems));
  }

  /** Whether the answer may be used. */
  public boolean answered() {
    return problems.stream().noneMatch(Finding::isError);
  }
}

package dev.continuo.rules.table;

import java.util.List;

/**
 * One decision of a model as people see it.
 *
 * @param hitPolicy the hit policy's DMN name, such as {@code FIRST}; empty when the decision is no
 *     table
 * @param rows the table's rows in order; empty when the decision is no table
 */
public record DecisionShape(
    String id, String name, String hitPolicy, List<TableOutput> outputs, List<HitRow> rows) {
  public DecisionShape {
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }
}

package dev.continuo.rules.document;

import java.util.List;

/**
 * A decision table as it stands in the text; what is absent there is empty here.
 *
 * @param id of the table element
 * @param hitPolicy as written, empty for the standard's default UNIQUE
 * @param aggregation of a COLLECT table, such as {@code SUM}
 * @param notes names of the annotation columns
 */
public record TableContent(
    String id,
    String hitPolicy,
    String aggregation,
    List<ColumnContent> inputs,
    List<ColumnContent> outputs,
    List<String> notes,
    List<RowContent> rows) {
  public TableContent {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    notes = List.copyOf(notes);
    rows = List.copyOf(rows);
  }

  /** The hit policy in force. */
  public String policy() {
    return hitPolicy.isEmpty() ? "UNIQUE" : hitPolicy;
  }

  public TableContent withRows(List<RowContent> other) {
    return new TableContent(id, hitPolicy, aggregation, inputs, outputs, notes, other);
  }
}

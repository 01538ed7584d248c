package dev.continuo.rules.document;

import java.util.List;

/**
 * A row of a table as it stands in the text.
 *
 * @param description what the owner says about the row; may be empty
 * @param notes the annotation cells, in column order
 */
public record RowContent(
    String id,
    String description,
    List<CellContent> inputs,
    List<CellContent> outputs,
    List<String> notes) {
  public RowContent {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    notes = List.copyOf(notes);
  }

  /** Whether both rows say the same, whatever their ids are. */
  public boolean saysTheSameAs(RowContent other) {
    return texts(inputs).equals(texts(other.inputs))
        && texts(outputs).equals(texts(other.outputs))
        && description.equals(other.description)
        && notes.equals(other.notes);
  }

  private static List<String> texts(List<CellContent> cells) {
    return cells.stream().map(CellContent::text).toList();
  }
}

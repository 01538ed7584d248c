package dev.continuo.rules.table.model;

import dev.continuo.rules.table.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A DMN model as rows and columns.
 *
 * @param inputs the declared input data
 * @param types FEEL base type by the name of the model's own simple types
 * @param places where an element is, by its id
 */
public record DmnModel(
    String name,
    List<InputData> inputs,
    List<Decision> decisions,
    Map<String, String> types,
    Map<String, Place> places) {

  public DmnModel {
    inputs = List.copyOf(inputs);
    decisions = List.copyOf(decisions);
    types = Map.copyOf(types);
    places = Map.copyOf(places);
  }

  /** A value that comes from outside the model. */
  public record InputData(String id, String name, String type) {}

  /**
   * A decision.
   *
   * @param variable the name under which other expressions know its answer
   * @param requires ids of the decisions it needs
   * @param table its table, or null when its logic is something else
   */
  public record Decision(
      String id,
      String name,
      String variable,
      String type,
      List<String> requires,
      @Nullable DecisionTable table) {
    public Decision {
      requires = List.copyOf(requires);
    }
  }

  /**
   * A decision table.
   *
   * @param hitPolicy the DMN name, {@code UNIQUE} when the text gives none
   */
  public record DecisionTable(
      String hitPolicy, List<Column> inputs, List<Column> outputs, List<Row> rows) {
    public DecisionTable {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column.
   *
   * @param label what people read above it; never empty
   * @param expression an input's expression or an output's name; may be empty
   * @param allowed FEEL texts of the values the column may hold
   */
  public record Column(
      String id, String label, String expression, String type, List<String> allowed) {
    public Column {
      allowed = List.copyOf(allowed);
    }
  }

  /** A row, numbered from 1. */
  public record Row(int number, String id, String words, List<Cell> inputs, List<Cell> outputs) {
    public Row {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /** One cell's FEEL text. */
  public record Cell(String id, String text) {}

  /** The FEEL name of a type: aliases resolved, the model's own simple types followed. */
  public String baseType(String type) {
    var known = FeelTypes.canonical(type);
    return types.getOrDefault(known, known);
  }

  /** Where the element with this id is; the model as a whole when the id is unknown. */
  public Place placeOf(@Nullable String elementId) {
    var place = elementId == null ? null : places.get(elementId);
    return place == null ? Place.table(name) : place;
  }
}

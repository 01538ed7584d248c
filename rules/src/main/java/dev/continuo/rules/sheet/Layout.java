package dev.continuo.rules.sheet;

import dev.continuo.rules.document.CellContent;
import dev.continuo.rules.document.ColumnContent;
import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.InputContent;
import dev.continuo.rules.document.ModelContent;
import dev.continuo.rules.document.RowContent;
import dev.continuo.rules.document.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A table in Continuo's own layout: a head that says everything about the table and its columns,
 * then one line a row. What has no id in the model carries {@value #NO_ID} in its place, so that an
 * empty id means "new".
 */
final class Layout {
  static final String MARK = "Continuo table";
  static final String NO_ID = "-";
  static final List<String> HEAD =
      List.of(
          MARK,
          "Model",
          "Inputs",
          "Input types",
          "Input ids",
          "Decision",
          "Description",
          "Needs",
          "Hit policy",
          "Use",
          "Title",
          "Expression",
          "Type",
          "Values",
          "Default",
          "Ids",
          "Row");
  static final String CONDITION = "condition";
  static final String ANSWER = "answer";
  static final String NOTE = "note";
  static final String IDS = "ids";

  /** The lines of the head that a reader of the table does not need. */
  static final List<Integer> TECHNICAL =
      Stream.of("Inputs", "Input types", "Input ids", "Needs", "Ids").map(HEAD::indexOf).toList();

  private Layout() {}

  static Grid grid(ModelContent model, DecisionContent decision) {
    var table = Objects.requireNonNull(decision.table());
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(MARK, "1"));
    rows.add(List.of("Model", model.name(), id(model.id()), model.namespace()));
    rows.add(line("Inputs", model.inputs().stream().map(InputContent::name)));
    rows.add(line("Input types", model.inputs().stream().map(InputContent::type)));
    rows.add(line("Input ids", model.inputs().stream().map(input -> id(input.id()))));
    rows.add(List.of("Decision", decision.name(), id(decision.id()), decision.type()));
    rows.add(List.of("Description", decision.description()));
    rows.add(line("Needs", decision.requires().stream()));
    rows.add(List.of("Hit policy", table.hitPolicy(), table.aggregation(), id(table.id())));
    var conditions = table.inputs();
    var answers = table.outputs();
    rows.add(
        columns(
            "Use",
            conditions.stream().map(c -> CONDITION),
            answers.stream().map(c -> ANSWER),
            Stream.concat(table.notes().stream().map(n -> NOTE), Stream.of(IDS))));
    rows.add(
        columns(
            "Title",
            conditions.stream().map(ColumnContent::label),
            answers.stream().map(ColumnContent::label),
            table.notes().stream()));
    rows.add(both("Expression", table, ColumnContent::expression));
    rows.add(both("Type", table, ColumnContent::type));
    rows.add(both("Values", table, ColumnContent::values));
    rows.add(both("Default", table, ColumnContent::fallback));
    rows.add(both("Ids", table, Layout::ids));
    rows.add(List.of("Row", "Description"));
    table.rows().forEach(row -> rows.add(line(row)));
    return new Grid(decision.name(), rows);
  }

  /** Where the column with the cells' ids stands. */
  static int idColumn(TableContent table) {
    return 2 + table.inputs().size() + table.outputs().size() + table.notes().size();
  }

  private static List<String> line(RowContent row) {
    var cells = new ArrayList<String>();
    cells.add(id(row.id()));
    cells.add(row.description());
    var contents = Stream.concat(row.inputs().stream(), row.outputs().stream()).toList();
    contents.forEach(cell -> cells.add(cell.text()));
    cells.addAll(row.notes());
    cells.add(String.join(" ", contents.stream().map(CellContent::id).map(Layout::id).toList()));
    return cells;
  }

  private static List<String> line(String title, Stream<String> cells) {
    return Stream.concat(Stream.of(title), cells).toList();
  }

  private static List<String> both(
      String title, TableContent table, java.util.function.Function<ColumnContent, String> what) {
    return columns(
        title, table.inputs().stream().map(what), table.outputs().stream().map(what), Stream.of());
  }

  private static List<String> columns(
      String title, Stream<String> inputs, Stream<String> outputs, Stream<String> more) {
    return Stream.of(Stream.of(title, ""), inputs, outputs, more).flatMap(s -> s).toList();
  }

  private static String ids(ColumnContent column) {
    return id(column.id()) + " " + id(column.expressionId()) + " " + id(column.valuesId());
  }

  private static String id(String id) {
    return id.isEmpty() ? NO_ID : id;
  }
}

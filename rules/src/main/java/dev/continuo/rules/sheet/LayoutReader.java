package dev.continuo.rules.sheet;

import dev.continuo.rules.document.CellContent;
import dev.continuo.rules.document.ColumnContent;
import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.InputContent;
import dev.continuo.rules.document.ModelContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.RowContent;
import dev.continuo.rules.document.TableContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a table from Continuo's own layout; see {@link Layout}. */
final class LayoutReader {
  private final Grid grid;
  private final Set<String> seen = new HashSet<>();

  LayoutReader(Grid grid) {
    this.grid = grid;
  }

  static boolean fits(Grid grid) {
    return grid.at(0, 0).equals(Layout.MARK)
        && Layout.HEAD.stream().allMatch(title -> title.equals(at(grid, title, 0)));
  }

  /** The model with this one table. */
  ModelContent model() {
    var inputs = new ArrayList<InputContent>();
    for (int i = 1; !said("Inputs", i).isEmpty(); i++) {
      inputs.add(
          new InputContent(id("Input ids", i, "input"), said("Inputs", i), said("Input types", i)));
    }
    return new ModelContent(
        id("Model", 2, "model"),
        said("Model", 1),
        said("Model", 3),
        "",
        inputs,
        List.of(decision()));
  }

  DecisionContent decision() {
    var needs = new ArrayList<String>();
    for (int i = 1; !said("Needs", i).isEmpty(); i++) {
      needs.add(said("Needs", i));
    }
    return new DecisionContent(
        id("Decision", 2, "decision"),
        said("Decision", 1),
        said("Description", 1),
        said("Decision", 3),
        needs,
        "",
        table());
  }

  private TableContent table() {
    var inputs = columns(Layout.CONDITION);
    var outputs = columns(Layout.ANSWER);
    var notes = columns(Layout.NOTE);
    int ids = columns(Layout.IDS).stream().findFirst().orElse(-1);
    var rows = new ArrayList<RowContent>();
    for (int line = Layout.HEAD.size(); line < grid.rows().size(); line++) {
      if (!grid.blank(line)) {
        rows.add(row(line, inputs, outputs, notes, ids));
      }
    }
    return new TableContent(
        id("Hit policy", 3, "table"),
        said("Hit policy", 1),
        said("Hit policy", 2),
        inputs.stream().map(this::inputColumn).toList(),
        outputs.stream().map(this::outputColumn).toList(),
        notes.stream().map(column -> said("Title", column)).toList(),
        rows);
  }

  private List<Integer> columns(String use) {
    var columns = new ArrayList<Integer>();
    int line = Layout.HEAD.indexOf("Use");
    for (int column = 2; column < grid.width(line); column++) {
      if (grid.at(line, column).equalsIgnoreCase(use)) {
        columns.add(column);
      }
    }
    return columns;
  }

  private ColumnContent inputColumn(int column) {
    var ids = ids(said("Ids", column), 3, "input");
    return new ColumnContent(
        ids.get(0),
        said("Title", column),
        said("Expression", column),
        ids.get(1),
        said("Type", column),
        said("Values", column),
        said("Values", column).isEmpty() && said("Ids", column).isEmpty() ? "" : ids.get(2),
        "");
  }

  private ColumnContent outputColumn(int column) {
    var ids = ids(said("Ids", column), 3, "output");
    return new ColumnContent(
        ids.get(0),
        said("Title", column),
        said("Expression", column),
        "",
        said("Type", column),
        said("Values", column),
        said("Values", column).isEmpty() && said("Ids", column).isEmpty() ? "" : ids.get(2),
        said("Default", column));
  }

  private RowContent row(
      int line, List<Integer> inputs, List<Integer> outputs, List<Integer> notes, int idColumn) {
    int cells = inputs.size() + outputs.size();
    var ids = ids(idColumn < 0 ? "" : grid.at(line, idColumn), cells, "cell");
    var conditions = new ArrayList<CellContent>();
    for (int i = 0; i < inputs.size(); i++) {
      conditions.add(new CellContent(ids.get(i), grid.at(line, inputs.get(i))));
    }
    var answers = new ArrayList<CellContent>();
    for (int i = 0; i < outputs.size(); i++) {
      answers.add(new CellContent(ids.get(inputs.size() + i), grid.at(line, outputs.get(i))));
    }
    return new RowContent(
        unique(grid.at(line, 0), "row"),
        grid.at(line, 1),
        conditions,
        answers,
        notes.stream().map(column -> grid.at(line, column)).toList());
  }

  /** As many ids as asked for; new ones when the text does not hold exactly these. */
  private List<String> ids(String text, int count, String kind) {
    var parts = text.isEmpty() ? List.<String>of() : List.of(text.split(" +"));
    var ids = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      ids.add(unique(parts.size() == count ? parts.get(i) : "", kind));
    }
    return ids;
  }

  private String id(String title, int column, String kind) {
    return unique(said(title, column), kind);
  }

  /** A row that was copied in the spreadsheet carries the id of another: it gets a new one. */
  private String unique(String id, String kind) {
    if (id.equals(Layout.NO_ID)) {
      return "";
    }
    return id.isEmpty() || !seen.add(id) ? ModelDocument.fresh(kind) : id;
  }

  private String said(String title, int column) {
    return at(grid, title, column);
  }

  private static String at(Grid grid, String title, int column) {
    return grid.at(Layout.HEAD.indexOf(title), column);
  }
}

package dev.continuo.rules.diff;

import dev.continuo.rules.diff.Pairs.Pair;
import dev.continuo.rules.diff.TableChange.Kind;
import dev.continuo.rules.document.CellContent;
import dev.continuo.rules.document.ColumnContent;
import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.RowContent;
import dev.continuo.rules.document.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The changes inside one table: columns first, then rows in their new order. */
final class TableChanges {
  private final DecisionContent decision;
  private final TableContent before;
  private final TableContent after;
  private final Pairs<ColumnContent> inputs;
  private final Pairs<ColumnContent> outputs;
  private final List<TableChange> changes = new ArrayList<>();

  TableChanges(DecisionContent decision, TableContent before, TableContent after) {
    this.decision = decision;
    this.before = before;
    this.after = after;
    this.inputs = columns(before.inputs(), after.inputs());
    this.outputs = columns(before.outputs(), after.outputs());
  }

  List<TableChange> found() {
    columns(inputs);
    columns(outputs);
    if (!before.notes().equals(after.notes())) {
      add(
          Kind.COLUMN_LABEL,
          "Notes",
          String.join(", ", before.notes()),
          String.join(", ", after.notes()));
    }
    rows();
    return changes;
  }

  private static Pairs<ColumnContent> columns(
      List<ColumnContent> before, List<ColumnContent> after) {
    return Pairs.of(
        before,
        after,
        ColumnContent::id,
        (one, other) -> one.expression().equals(other.expression()));
  }

  private void columns(Pairs<ColumnContent> columns) {
    columns.onlyBefore().forEach(c -> add(Kind.COLUMN_REMOVED, c.title(), c.title(), ""));
    columns.onlyAfter().forEach(c -> add(Kind.COLUMN_ADDED, c.title(), "", c.title()));
    for (var pair : columns.moved()) {
      add(
          Kind.COLUMN_MOVED,
          pair.after().title(),
          String.valueOf(pair.placeBefore() + 1),
          String.valueOf(pair.placeAfter() + 1));
    }
    for (var pair : columns.both()) {
      aspect(Kind.COLUMN_LABEL, pair, ColumnContent::title);
      aspect(Kind.COLUMN_EXPRESSION, pair, ColumnContent::expression);
      aspect(Kind.COLUMN_TYPE, pair, ColumnContent::type);
      aspect(Kind.COLUMN_VALUES, pair, ColumnContent::values);
      aspect(Kind.COLUMN_DEFAULT, pair, ColumnContent::fallback);
    }
  }

  private void aspect(Kind kind, Pair<ColumnContent> pair, Function<ColumnContent, String> aspect) {
    var was = aspect.apply(pair.before());
    var is = aspect.apply(pair.after());
    if (!was.equals(is)) {
      add(kind, pair.after().title(), was, is);
    }
  }

  private void add(Kind kind, String column, String was, String is) {
    changes.add(
        new TableChange(kind, decision.id(), decision.name(), "", null, null, column, was, is));
  }

  private void rows() {
    var rows = Pairs.of(before.rows(), after.rows(), RowContent::id, RowContent::saysTheSameAs);
    for (var removed : rows.onlyBefore()) {
      int place = before.rows().indexOf(removed) + 1;
      add(Kind.ROW_REMOVED, removed, place, null, null, words(removed, before), "");
    }
    var moved = rows.moved();
    var pairs = rows.both().iterator();
    Pair<RowContent> pair = pairs.hasNext() ? pairs.next() : null;
    for (int place = 0; place < after.rows().size(); place++) {
      if (pair != null && pair.placeAfter() == place) {
        if (moved.contains(pair)) {
          add(Kind.ROW_MOVED, pair.after(), pair.placeBefore() + 1, place + 1, null, "", "");
        }
        row(pair);
        pair = pairs.hasNext() ? pairs.next() : null;
      } else {
        var added = after.rows().get(place);
        add(Kind.ROW_ADDED, added, null, place + 1, null, "", words(added, after));
      }
    }
  }

  private void row(Pair<RowContent> pair) {
    var was = pair.before();
    var is = pair.after();
    if (!was.description().equals(is.description()) || !was.notes().equals(is.notes())) {
      changed(Kind.ROW_DESCRIPTION, pair, null, note(was), note(is));
    }
    cells(pair, inputs, was.inputs(), is.inputs());
    cells(pair, outputs, was.outputs(), is.outputs());
  }

  private static String note(RowContent row) {
    var words = new ArrayList<String>();
    words.add(row.description());
    words.addAll(row.notes());
    words.removeIf(String::isEmpty);
    return String.join(" | ", words);
  }

  private void cells(
      Pair<RowContent> row,
      Pairs<ColumnContent> columns,
      List<CellContent> was,
      List<CellContent> is) {
    for (var column : columns.both()) {
      var textBefore = text(was, column.placeBefore());
      var textAfter = text(is, column.placeAfter());
      if (!textBefore.equals(textAfter)) {
        changed(Kind.CELL, row, column.after().title(), textBefore, textAfter);
      }
    }
  }

  private static String text(List<CellContent> cells, int place) {
    return place < cells.size() ? cells.get(place).text() : "";
  }

  private void changed(
      Kind kind, Pair<RowContent> row, @Nullable String column, String was, String is) {
    add(kind, row.after(), row.placeBefore() + 1, row.placeAfter() + 1, column, was, is);
  }

  private void add(
      Kind kind,
      RowContent row,
      @Nullable Integer rowBefore,
      @Nullable Integer rowAfter,
      @Nullable String column,
      String was,
      String is) {
    changes.add(
        new TableChange(
            kind, decision.id(), decision.name(), row.id(), rowBefore, rowAfter, column, was, is));
  }

  /** A row in one line, such as {@code Tier "gold", Amount < 400: fit 20}. */
  private static String words(RowContent row, TableContent table) {
    var conditions = said(row.inputs(), table.inputs());
    var answers = said(row.outputs(), table.outputs());
    return (conditions.isEmpty() ? "everything else" : conditions)
        + (answers.isEmpty() ? "" : ": " + answers);
  }

  private static String said(List<CellContent> cells, List<ColumnContent> columns) {
    var words = new ArrayList<String>();
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      var text = cells.get(i).text();
      if (!text.isEmpty() && !text.equals("-")) {
        words.add(columns.get(i).title() + " " + text);
      }
    }
    return String.join(", ", words);
  }
}

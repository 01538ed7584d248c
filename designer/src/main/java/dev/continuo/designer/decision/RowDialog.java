package dev.continuo.designer.decision;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.rules.document.CellContent;
import dev.continuo.rules.document.ColumnContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.RowContent;
import dev.continuo.rules.document.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One row of a long table, cell by cell. */
final class RowDialog extends Dialog {
  private final @Nullable RowContent before;
  private final List<TextField> conditions = new ArrayList<>();
  private final List<TextField> answers = new ArrayList<>();
  private final TextField words = field("What is said of it", "");

  RowDialog(
      TableContent table,
      LongTable.@Nullable Line line,
      Consumer<RowContent> keep,
      Runnable remove) {
    before = line == null ? null : line.row();
    setHeaderTitle(line == null ? "New row" : "Row %,d".formatted(line.number()));
    setWidth("min(560px, calc(100vw - 32px))");
    Div fields = new Div();
    fields.addClassName("dialog-fields");
    fill(table.inputs(), before == null ? List.of() : before.inputs(), "-", conditions);
    fill(table.outputs(), before == null ? List.of() : before.outputs(), "", answers);
    words.setValue(before == null ? "" : before.description());
    conditions.forEach(fields::add);
    answers.forEach(fields::add);
    fields.add(words);
    add(fields);
    Button go =
        new Button(
            "Keep",
            click -> {
              keep.accept(row(table));
              close();
            });
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER);
    Button gone =
        new Button(
            "Delete the row",
            click -> {
              remove.run();
              close();
            });
    gone.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    gone.setVisible(before != null);
    getFooter().add(gone, new Button("Cancel", click -> close()), go);
  }

  private static void fill(
      List<ColumnContent> columns, List<CellContent> cells, String otherwise, List<TextField> to) {
    for (int i = 0; i < columns.size(); i++) {
      to.add(field(columns.get(i).title(), i < cells.size() ? cells.get(i).text() : otherwise));
    }
  }

  private static TextField field(String label, String value) {
    TextField field = new TextField(label);
    field.setWidthFull();
    field.setValue(value);
    return field;
  }

  private RowContent row(TableContent table) {
    return new RowContent(
        before == null ? ModelDocument.fresh("row") : before.id(),
        words.getValue().strip(),
        cells(before == null ? List.of() : before.inputs(), conditions),
        cells(before == null ? List.of() : before.outputs(), answers),
        before == null ? table.notes().stream().map(note -> "").toList() : before.notes());
  }

  private static List<CellContent> cells(List<CellContent> before, List<TextField> fields) {
    var cells = new ArrayList<CellContent>();
    for (int i = 0; i < fields.size(); i++) {
      var id = i < before.size() ? before.get(i).id() : ModelDocument.fresh("cell");
      cells.add(new CellContent(id, fields.get(i).getValue().strip()));
    }
    return cells;
  }
}

package dev.continuo.designer.decision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which words the columns of text offer in their cells. */
final class PickListDialog {
  private PickListDialog() {}

  static void open(
      List<PickLists.Column> columns, Consumer<Map<PickLists.Column, Set<String>>> chosen) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle("Values to choose from");
    dialog.setWidth("min(640px, calc(100vw - 32px))");
    Div body = new Div();
    body.addClassName("dialog-fields");
    Paragraph about =
        new Paragraph(
            columns.isEmpty()
                ? "No column of this table asks for a text by its name."
                : "A column that has values offers them in its cells, and a value that is not among"
                    + " them is a mistake. Proposed are words that flows have handed over and kinds"
                    + " of your vocabulary. Leave a column empty to allow any text.");
    about.addClassName("soft");
    body.add(about);
    Map<PickLists.Column, MultiSelectComboBox<String>> fields = new LinkedHashMap<>();
    for (PickLists.Column column : columns) {
      MultiSelectComboBox<String> field = new MultiSelectComboBox<>(column.title());
      Set<String> all = new LinkedHashSet<>(column.now());
      all.addAll(column.known());
      field.setItems(all);
      field.setValue(column.now());
      field.setWidthFull();
      field.setAllowCustomValue(true);
      field.addCustomValueSetListener(
          typed -> {
            Set<String> more = new LinkedHashSet<>(field.getValue());
            more.add(typed.getDetail());
            all.add(typed.getDetail());
            field.setItems(all);
            field.setValue(more);
          });
      fields.put(column, field);
      body.add(field);
    }
    Button save =
        new Button(
            "Use these values",
            click -> {
              Map<PickLists.Column, Set<String>> words = new LinkedHashMap<>();
              fields.forEach(
                  (column, field) -> {
                    if (!field.getValue().equals(column.now())) {
                      words.put(column, field.getValue());
                    }
                  });
              chosen.accept(words);
              dialog.close();
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.setVisible(!columns.isEmpty());
    dialog.add(body);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
    dialog.open();
  }
}

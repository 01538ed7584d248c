package dev.continuo.designer.decision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.rules.document.CellContent;
import dev.continuo.rules.document.ColumnContent;
import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.RowContent;
import dev.continuo.rules.document.TableContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table of thousands of rows: searched and changed row by row. */
final class LongTable extends Div {
  /** A row and its number, from 1. */
  record Line(int number, RowContent row) {}

  private final Consumer<ModelDocument> changed;
  private final Grid<Line> grid = new Grid<>();
  private final Span found = new Span();
  private final TextField search = new TextField();
  private final Set<String> lit = new HashSet<>();
  private ModelDocument document;
  private String decisionId;

  private LongTable(
      ModelDocument document, DecisionContent decision, Consumer<ModelDocument> changed) {
    this.document = document;
    this.decisionId = decision.id();
    this.changed = changed;
    addClassName("long-table");
    search.setPlaceholder("Search rows");
    search.setAriaLabel("Search rows");
    search.setPrefixComponent(Glyph.SEARCH.icon());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(change -> show());
    found.addClassNames("soft", "small", "num");
    found.getElement().setAttribute("role", "status");
    Span about =
        new Span("Too long to be drawn as a whole. A row opens with Enter or a double click.");
    about.addClassNames("soft", "small");
    Button more = new Button("Add a row", click -> open(null));
    more.addThemeVariants(ButtonVariant.SMALL);
    Div head = new Div(search, found, about, more);
    head.addClassName("long-table-head");
    columns(Objects.requireNonNull(decision.table()));
    add(head, grid);
    show();
  }

  /** The longest table of the model. */
  static LongTable of(ModelDocument document, Consumer<ModelDocument> changed) {
    var longest =
        document.content().decisions().stream()
            .filter(decision -> decision.table() != null)
            .max(Comparator.comparingInt(d -> Objects.requireNonNull(d.table()).rows().size()))
            .orElseThrow();
    return new LongTable(document, longest, changed);
  }

  private void columns(TableContent table) {
    grid.setSizeFull();
    grid.addColumn(Line::number).setHeader("Row").setWidth("84px").setFlexGrow(0).setFrozen(true);
    cells(table.inputs(), RowContent::inputs);
    cells(table.outputs(), RowContent::outputs);
    grid.addColumn(line -> line.row().description()).setHeader("Said of it").setResizable(true);
    grid.setPartNameGenerator(line -> lit.contains(line.row().id()) ? "lit" : null);
    grid.addItemDoubleClickListener(click -> open(click.getItem()));
    grid.getElement()
        .addEventListener(
            "keydown", key -> grid.getSelectedItems().stream().findFirst().ifPresent(this::open))
        .setFilter("event.key === 'Enter'");
  }

  private void cells(List<ColumnContent> columns, Function<RowContent, List<CellContent>> cells) {
    for (int i = 0; i < columns.size(); i++) {
      int place = i;
      grid.addColumn(line -> text(cells.apply(line.row()), place))
          .setHeader(columns.get(i).title())
          .setResizable(true);
    }
  }

  private static String text(List<CellContent> cells, int place) {
    return place < cells.size() ? cells.get(place).text() : "";
  }

  private DecisionContent decision() {
    return document.decision(decisionId).orElseThrow();
  }

  private TableContent table() {
    return Objects.requireNonNull(decision().table());
  }

  private void show() {
    var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
    var rows = table().rows();
    var lines = new ArrayList<Line>();
    for (int i = 0; i < rows.size(); i++) {
      if (wanted.isEmpty() || says(rows.get(i)).contains(wanted)) {
        lines.add(new Line(i + 1, rows.get(i)));
      }
    }
    grid.setItems(new ListDataProvider<>(lines));
    found.setText(
        wanted.isEmpty()
            ? "%,d rows".formatted(rows.size())
            : "%,d of %,d rows".formatted(lines.size(), rows.size()));
  }

  private static String says(RowContent row) {
    var words = new StringBuilder(row.description());
    row.inputs().forEach(cell -> words.append(' ').append(cell.text()));
    row.outputs().forEach(cell -> words.append(' ').append(cell.text()));
    return words.toString().toLowerCase(Locale.ROOT);
  }

  /** Marks rows and goes to the first of them. */
  void light(Collection<String> ruleIds) {
    lit.clear();
    lit.addAll(ruleIds);
    search.clear();
    grid.getDataProvider().refreshAll();
    var rows = table().rows();
    for (int i = 0; i < rows.size(); i++) {
      if (lit.contains(rows.get(i).id())) {
        grid.scrollToIndex(i);
        return;
      }
    }
  }

  private void open(@Nullable Line line) {
    new RowDialog(
            table(),
            line,
            row -> put(line == null ? table().rows().size() + 1 : line.number(), row),
            () -> put(line == null ? 0 : line.number(), null))
        .open();
  }

  /** Puts a row in the place of a number; nothing takes the row of that number away. */
  private void put(int number, @Nullable RowContent row) {
    var rows = new ArrayList<>(table().rows());
    if (row == null) {
      rows.remove(number - 1);
    } else if (number > rows.size()) {
      rows.add(row);
    } else {
      rows.set(number - 1, row);
    }
    document = document.with(decision().withTable(table().withRows(rows)));
    show();
    changed.accept(document);
  }
}

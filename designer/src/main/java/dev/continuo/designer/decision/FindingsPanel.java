package dev.continuo.designer.decision;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Gap;
import dev.continuo.rules.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * What is wrong: first what does not compile, a moment later gaps, overlaps and idle rows. Until
 * then what was found before stays.
 */
final class FindingsPanel extends Div {
  private final Tables tables;
  private final Consumer<Gap> addRow;
  private final IntConsumer counted;
  private final Span status = new Span();
  private int asked;

  /** Tells how many findings there are, whenever that is known. */
  FindingsPanel(Tables tables, Consumer<Gap> addRow, IntConsumer counted) {
    this.tables = tables;
    this.addRow = addRow;
    this.counted = counted;
    status.addClassName("soft");
    status.getElement().setAttribute("role", "status");
  }

  /** The text is another one now and is being looked at; what was asked about it before is void. */
  void checking() {
    asked++;
    status.setText("Checking ...");
    if (getComponentCount() == 0) {
      add(status);
    }
  }

  /** It could not be looked at. */
  void failed() {
    status.setText("The check broke off. It begins anew with the next edit.");
  }

  void show(UI ui, String xml, List<Finding> known) {
    int question = ++asked;
    list(known, List.of(), true);
    tables
        .study(xml)
        .whenComplete(
            (more, failed) ->
                ui.access(
                    () -> {
                      if (question == asked) {
                        List<Finding> all = new ArrayList<>(known);
                        if (more != null) {
                          more.findings().stream()
                              .filter(one -> !known.contains(one))
                              .forEach(all::add);
                        }
                        list(all, more == null ? List.of() : more.gaps(), false);
                      }
                    }));
  }

  private void list(List<Finding> findings, List<Gap> gaps, boolean looking) {
    removeAll();
    counted.accept(findings.size());
    add(new FindingList(findings, gaps, addRow));
    status.setText(
        looking
            ? "Looking for gaps, overlaps and rows that never answer ..."
            : findings.isEmpty()
                ? "Nothing. Every value has a row, and every row can answer."
                : "");
    add(status);
  }
}

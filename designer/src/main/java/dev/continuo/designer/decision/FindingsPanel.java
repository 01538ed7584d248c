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

/** What is wrong: at once what does not compile, a moment later gaps, overlaps and idle rows. */
final class FindingsPanel extends Div {
  private final Tables tables;
  private final Consumer<Gap> addRow;
  private final IntConsumer counted;
  private int asked;

  /** Tells how many findings there are, whenever that is known. */
  FindingsPanel(Tables tables, Consumer<Gap> addRow, IntConsumer counted) {
    this.tables = tables;
    this.addRow = addRow;
    this.counted = counted;
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
    if (looking) {
      add(soft("Looking for gaps, overlaps and rows that never answer ..."));
    } else if (findings.isEmpty()) {
      add(soft("Nothing. Every value has a row, and every row can answer."));
    }
  }

  private static Span soft(String words) {
    Span span = new Span(words);
    span.addClassName("soft");
    return span;
  }
}

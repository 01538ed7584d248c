package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.rules.diff.TableChange;
import dev.continuo.rules.diff.TableDiff;
import dev.continuo.rules.document.UnreadableModel;
import java.util.List;

/** What changed between two texts of a table, cell by cell. */
final class ChangeList extends Div {
  private static final int MOST = 200;

  ChangeList(String before, String after, String nothing) {
    addClassName("changes");
    List<TableChange> changes;
    try {
      changes = TableDiff.between(before, after);
    } catch (UnreadableModel broken) {
      add(soft("One of the two cannot be read, so they cannot be compared."));
      return;
    }
    if (changes.isEmpty()) {
      add(soft(nothing));
    }
    changes.stream().limit(MOST).forEach(change -> add(line(change)));
    if (changes.size() > MOST) {
      add(soft("The first %,d of %,d changes.".formatted(MOST, changes.size())));
    }
  }

  private static Div line(TableChange change) {
    Span words = new Span(change.words());
    Div line = new Div(words);
    if (change.kind() == TableChange.Kind.CELL) {
      Span before = new Span(change.before().isEmpty() ? "empty" : change.before());
      before.addClassName("cell-before");
      Span after = new Span(change.after().isEmpty() ? "empty" : change.after());
      after.addClassName("cell-after");
      Div cells = new Div(before, new Span("\u2192"), after);
      cells.addClassName("cell-change");
      line.add(cells);
    }
    line.addClassName("change-line");
    return line;
  }

  private static Span soft(String words) {
    Span span = new Span(words);
    span.addClassName("soft");
    return span;
  }
}

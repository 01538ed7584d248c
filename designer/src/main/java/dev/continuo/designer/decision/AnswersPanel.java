package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.rules.table.HitRow;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.RecordedDecision;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the released table answered last, and by which rows; a click lights them. */
final class AnswersPanel extends Div {
  private static final int MOST = 15;

  private final Decisions decisions;
  private final ZoneId zone;
  private final Consumer<Collection<String>> light;
  private final Consumer<RecordedDecision> keep;

  AnswersPanel(
      Decisions decisions,
      ZoneId zone,
      Consumer<Collection<String>> light,
      Consumer<RecordedDecision> keep) {
    this.keep = keep;
    this.decisions = decisions;
    this.zone = zone;
    this.light = light;
    addClassName("answers");
  }

  void show(String tableId) {
    removeAll();
    List<RecordedDecision> latest = decisions.latest(tableId, MOST);
    if (latest.isEmpty()) {
      Span none = new Span("It has not been asked yet. Each answer will stand here with its rows.");
      none.addClassName("soft");
      add(none);
    }
    latest.forEach(one -> add(line(one)));
  }

  private Div line(RecordedDecision one) {
    Span when = Moments.when(one.at(), zone);
    when.addClassNames("soft", "small");
    Span outcome =
        new Span(one.answered() ? ValueRows.line(one.outputs()) : String.join(" ", one.problems()));
    outcome.addClassName(one.answered() ? "strong" : "problem");
    Span asked = new Span(ValueRows.line(one.inputs()));
    asked.addClassNames("soft", "small");
    Div words = new Div(outcome, asked);
    words.addClassName("answer-words");
    NativeButton rows = new NativeButton(rows(one) + " · version " + one.version());
    rows.addClassNames("link-button", "small");
    rows.setTitle("Light the rows in the table");
    rows.addClickListener(click -> light.accept(one.hits().stream().map(HitRow::ruleId).toList()));
    Div beside = new Div(rows);
    beside.addClassName("answer-beside");
    Long run = one.runKey();
    if (run != null) {
      Anchor there = new Anchor("runs/" + run, "See the run");
      there.addClassName("small");
      beside.add(there);
    }
    if (one.answered()) {
      NativeButton test = new NativeButton("Keep as a test");
      test.addClassNames("link-button", "small");
      test.addClickListener(click -> keep.accept(one));
      beside.add(test);
    }
    Div line = new Div(when, words, beside);
    line.addClassName("answer-line");
    return line;
  }

  private static String rows(RecordedDecision one) {
    return switch (one.hits().size()) {
      case 0 -> "No row";
      case 1 -> "Row " + one.hits().getFirst().number();
      default ->
          "Rows "
              + one.hits().stream()
                  .map(hit -> String.valueOf(hit.number()))
                  .collect(Collectors.joining(", "));
    };
  }
}

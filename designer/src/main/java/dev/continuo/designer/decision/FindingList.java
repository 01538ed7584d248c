package dev.continuo.designer.decision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Gap;
import java.util.List;
import java.util.function.Consumer;

/** What is wrong with a table, as sentences with their place. */
final class FindingList extends Div {
  FindingList(List<Finding> findings) {
    this(findings, List.of(), gap -> {});
  }

  /** With a button that adds a row where a gap can be filled by one. */
  FindingList(List<Finding> findings, List<Gap> gaps, Consumer<Gap> addRow) {
    addClassName("problems");
    for (Finding finding : findings) {
      Div line = line(finding);
      gaps.stream()
          .filter(gap -> gap.finding().equals(finding))
          .findFirst()
          .ifPresent(gap -> line.add(button(gap, addRow)));
      add(line);
    }
  }

  private static Button button(Gap gap, Consumer<Gap> addRow) {
    Button add = new Button("Add the row", click -> addRow.accept(gap));
    add.addThemeVariants(ButtonVariant.SMALL);
    return add;
  }

  private static Div line(Finding finding) {
    Span sign = new Span(Glyph.ALERT.icon());
    sign.addClassName(
        switch (finding.severity()) {
          case ERROR -> "red-sign";
          case WARNING -> "amber-sign";
          case NOTE -> "soft";
        });
    sign.setTitle(
        switch (finding.severity()) {
          case ERROR -> "Stops a release";
          case WARNING -> "Worth a look";
          case NOTE -> "Good to know";
        });
    Span what = new Span(finding.what());
    what.addClassName("strong");
    Span more = new Span((finding.why() + " " + finding.fix()).strip());
    more.addClassName("soft");
    Span where = new Span(finding.where().words());
    where.addClassNames("soft", "small");
    Div words = new Div(what, more, where);
    words.addClassName("problem-words");
    Div line = new Div(sign, words);
    line.addClassName("problem-line");
    return line;
  }
}

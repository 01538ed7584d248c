package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.rules.table.Finding;
import java.util.List;

/** What is wrong with a table, as sentences with their place. */
final class FindingList extends Div {
  FindingList(List<Finding> findings) {
    addClassName("problems");
    findings.forEach(finding -> add(line(finding)));
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

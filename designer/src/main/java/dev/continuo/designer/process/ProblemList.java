package dev.continuo.designer.process;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.runtime.flow.Finding;
import java.util.List;
import java.util.function.Consumer;

/** What a check found, as sentences; a click leads to the element. */
final class ProblemList extends Div {
  ProblemList(List<Finding> findings) {
    this(findings, element -> {});
  }

  ProblemList(List<Finding> findings, Consumer<String> show) {
    addClassName("problems");
    findings.forEach(finding -> add(line(finding, show)));
  }

  private static NativeButton line(Finding finding, Consumer<String> show) {
    boolean error = finding.severity() == Finding.Severity.ERROR;
    Span sign = new Span(Glyph.ALERT.icon());
    sign.addClassName(error ? "red-sign" : "amber-sign");
    sign.setTitle(error ? "Stops a release" : "Worth a look");
    Span what = new Span(finding.what());
    what.addClassName("strong");
    Span more = new Span((finding.why() + " " + finding.fix()).strip());
    more.addClassName("soft");
    Div words = new Div(what, more);
    words.addClassName("problem-words");
    NativeButton line = new NativeButton();
    line.add(sign, words);
    line.addClassName("problem-line");
    line.setEnabled(true);
    line.addClickListener(click -> show.accept(finding.elementId()));
    return line;
  }
}

package dev.continuo.designer.budget;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.continuo.runtime.budget.Bill.Standing;
import dev.continuo.runtime.budget.Fidelity;
import java.util.List;
import java.util.Locale;

/** How good work may be at present, what is saved on, and which row says so. */
final class StandingList extends Div {
  StandingList(List<Standing> standings) {
    addClassNames("panel", "standings");
    add(new H2("How good work may be"));
    standings.forEach(standing -> add(line(standing)));
    add(new Anchor("rules/fidelity", "The table Fidelity decides it"));
  }

  private static Div line(Standing standing) {
    Span task = new Span(standing.task());
    task.addClassName("strong");
    Span tag = new Span(standing.degraded() ? "Saved on" : "In full");
    tag.setClassName(standing.degraded() ? "tag amber" : "tag green");
    Div head = new Div(task, tag);
    head.addClassName("tags");
    Span now = new Span(words(standing.now()));
    Div line = new Div(head, now);
    line.addClassName("beside-line");
    Span why = new Span(standing.now().reason() + " " + standing.now().rule());
    why.addClassNames("soft", "small");
    line.add(why);
    if (standing.degraded()) {
      Span usual = new Span("With room in the plan: " + words(standing.atEase()));
      usual.addClassNames("soft", "small");
      line.add(usual);
    }
    return line;
  }

  private static String words(Fidelity fidelity) {
    String pace =
        switch (fidelity.pace()) {
          case NOW -> "at once";
          case BATCH -> "together, by night";
          case DEFER -> "put off";
          case STOP -> "not at all";
        };
    String tier =
        fidelity.tier().equals("local")
            ? "without a model"
            : "by the %s model".formatted(fidelity.tier().toLowerCase(Locale.ROOT));
    return "%s, %s, up to %d facts and %d words"
        .formatted(
            Character.toUpperCase(pace.charAt(0)) + pace.substring(1),
            tier,
            fidelity.recallDepth(),
            fidelity.summaryLength());
  }
}

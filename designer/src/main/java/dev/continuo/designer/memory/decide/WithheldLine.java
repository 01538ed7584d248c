package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.Paths;
import dev.continuo.designer.shell.Moments;
import dev.continuo.ontology.memory.WithheldFact;
import java.time.ZoneId;
import java.util.function.Consumer;

/** A proposal that did not become a fact, and why. */
final class WithheldLine extends Div {
  WithheldLine(WithheldFact withheld, ZoneId zone, Consumer<String> openFact) {
    addClassName("withheld-line");
    Span what =
        new Span(
            withheld.subjectLabel()
                + ": "
                + withheld.predicateLabel()
                + " \u201c"
                + withheld.value()
                + "\u201d");
    what.addClassName("strong");
    Span why = new Span(withheld.message());
    why.addClassName("withheld-why");
    Div words = new Div(what, why);
    words.addClassName("fact-line-words");
    if (!withheld.quote().isBlank()) {
      Span quote = new Span("\u201c" + withheld.quote().strip() + "\u201d");
      quote.addClassNames("soft", "small", "fact-quote");
      words.add(quote);
    }
    words.add(steps(withheld, openFact));
    Span when = Moments.when(withheld.at(), zone);
    when.addClassNames("soft", "small", "num");
    Span dot = new Span();
    dot.setClassName(
        "rank-dot " + (withheld.status() == WithheldFact.Status.REVIEW ? "amber" : "red"));
    add(dot, words, when);
  }

  private static Div steps(WithheldFact withheld, Consumer<String> openFact) {
    Div steps = new Div(new Anchor(Paths.episode(withheld.episodeKey()), "See the source"));
    String other = withheld.conflictingFactId();
    if (other != null) {
      NativeButton known = new NativeButton("See what is known", click -> openFact.accept(other));
      known.addClassName("link-button");
      steps.add(known);
    }
    String subject = withheld.subjectId();
    if (subject != null) {
      steps.add(new Anchor(Paths.entity(subject), withheld.subjectLabel()));
    }
    steps.addClassNames("small", "line-steps");
    return steps;
  }
}

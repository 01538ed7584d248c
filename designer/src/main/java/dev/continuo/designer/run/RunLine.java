package dev.continuo.designer.run;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.journal.RunSummary;
import java.time.ZoneId;

/** A run in a list: what it is about, its flow, how it stands, since when. */
public final class RunLine extends Anchor {
  public RunLine(RunSummary run, RunWords words, ZoneId zone) {
    super("runs/" + run.runKey());
    addClassName("run-line");
    Span title = new Span(words.title(run));
    title.addClassName("run-line-title");
    boolean untitled = words.title(run).equals(words.flow(run));
    Span flow = new Span((untitled ? "Version " : words.flow(run) + " · version ") + run.version());
    flow.addClassNames("soft", "small");
    Div what = new Div(title, flow);
    what.addClassName("run-line-words");
    Span took = new Span(run.state().ended() ? RunWords.took(run.startedAt(), run.endedAt()) : "");
    took.addClassNames("soft", "small", "num", "run-line-took");
    took.setTitle("From start to end");
    Span when = Moments.when(run.startedAt(), zone);
    when.addClassNames("soft", "small", "num");
    add(what, RunWords.tag(run.state()), took, when);
  }
}

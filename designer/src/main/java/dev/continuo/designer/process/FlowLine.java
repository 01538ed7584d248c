package dev.continuo.designer.process;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.flow.Flow;
import java.time.Instant;
import java.time.ZoneId;

/** A flow in the list. */
final class FlowLine extends Anchor {
  FlowLine(Flow flow, ZoneId zone) {
    super("flows/" + flow.id());
    addClassName("thing-line");
    Span title = new Span(flow.title());
    title.addClassName("thing-title");
    Span id = new Span(flow.id());
    id.addClassNames("soft", "small", "mono");
    Div words = new Div(title, id);
    words.addClassName("thing-words");
    Div tags = new Div();
    tags.addClassName("tags");
    if (flow.shipped()) {
      tags.add(tag("Came with Continuo", ""));
    }
    if (flow.hasDraft()) {
      tags.add(tag("Draft", "amber"));
    }
    tags.add(
        flow.released()
            ? tag("Version " + flow.versions().getFirst().version(), "green")
            : tag("Not released", ""));
    Instant moved =
        flow.hasDraft() || !flow.released()
            ? flow.draftSavedAt()
            : flow.versions().getFirst().releasedAt();
    Span when = moved == null ? new Span() : Moments.when(moved, zone);
    when.addClassNames("soft", "small", "num");
    add(words, tags, when);
  }

  private static Span tag(String words, String tone) {
    Span tag = new Span(words);
    tag.setClassName(("tag " + tone).strip());
    return tag;
  }
}

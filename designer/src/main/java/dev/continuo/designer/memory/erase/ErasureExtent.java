package dev.continuo.designer.memory.erase;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.continuo.ontology.memory.ErasurePreview;
import dev.continuo.runtime.erasure.ErasureReach;
import java.util.List;

/** What an erasure takes, and what stays of it. */
final class ErasureExtent extends Div {
  ErasureExtent(ErasurePreview preview, ErasureReach reach, int logDays) {
    addClassName("erasure-extent");
    add(
        block("What goes, at once and for good", ErasureWords.goes(preview, reach)),
        block("What stays", ErasureWords.stays(preview, logDays)));
  }

  private static Div block(String title, List<String> lines) {
    Span name = new Span(title);
    name.addClassName("strong");
    UnorderedList list = new UnorderedList();
    lines.forEach(line -> list.add(new ListItem(line)));
    return new Div(name, list);
  }
}

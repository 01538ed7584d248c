package dev.continuo.designer.memory.find;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.Paths;
import dev.continuo.ontology.memory.SearchHit;
import java.util.function.Consumer;

/** A line of a search: someone, a fact or a source. */
final class HitLine extends Div {
  HitLine(SearchHit hit, Consumer<String> openFact) {
    addClassName("hit-line");
    Span kind = new Span(hit.kind());
    kind.addClassNames("tag", "hit-kind");
    Span label = new Span(hit.label());
    label.addClassName("thing-title");
    Div words = new Div(label);
    words.addClassName("thing-words");
    if (!hit.snippet().isBlank() && !hit.snippet().equals(hit.label())) {
      Span snippet = new Span(hit.snippet());
      snippet.addClassNames("soft", "small", "fact-quote");
      words.add(snippet);
    }
    switch (hit.type()) {
      case ENTITY -> add(link(Paths.entity(hit.id()), kind, words));
      case EPISODE -> add(link(Paths.episode(hit.id()), kind, words));
      case FACT -> {
        NativeButton open = new NativeButton();
        open.add(kind, words);
        open.addClassName("hit");
        open.addClickListener(click -> openFact.accept(hit.id()));
        add(open);
      }
    }
  }

  private static Anchor link(String path, Span kind, Div words) {
    Anchor link = new Anchor(path);
    link.add(kind, words);
    link.addClassName("hit");
    return link;
  }
}

package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.ontology.memory.Fact;
import java.time.ZoneId;
import java.util.function.Consumer;

/** A value with the dot of its source and since when it holds; a click lays its source open. */
final class ValueLine extends NativeButton {
  ValueLine(Fact fact, ZoneId zone, Consumer<String> open) {
    this(fact, FactWords.value(fact.value(), zone), FactWords.validity(fact, zone), open);
  }

  ValueLine(Fact fact, String value, String beside, Consumer<String> open) {
    Span words = new Span(value);
    words.addClassName("fact-words");
    Span soft = new Span(beside);
    soft.addClassNames("soft", "small");
    add(FactLine.dot(fact.rank()), words, soft);
    addClassName("value-line");
    setTitle("Show its source");
    addClickListener(click -> open.accept(fact.factId()));
  }
}

package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.ontology.memory.Fact;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Facts about one thing, by what they say; each value with since when and its source. */
final class FactGroups extends Div {
  FactGroups(List<Fact> facts, ZoneId zone, Consumer<String> open) {
    addClassName("fact-groups");
    Map<String, List<Fact>> groups =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    Fact::predicateLabel, LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (label, values) -> {
          Span name = new Span(label);
          name.addClassName("row-name");
          Div lines = new Div();
          values.forEach(fact -> lines.add(value(fact, zone, open)));
          add(name, lines);
        });
  }

  private static NativeButton value(Fact fact, ZoneId zone, Consumer<String> open) {
    Span words = new Span(FactWords.value(fact.value(), zone));
    words.addClassName("fact-words");
    Span when = new Span(FactWords.validity(fact, zone));
    when.addClassNames("soft", "small");
    NativeButton line = new NativeButton();
    line.add(FactLine.dot(fact.rank()), words, when);
    line.addClassName("value-line");
    line.setTitle("Show its source");
    line.addClickListener(click -> open.accept(fact.factId()));
    return line;
  }
}

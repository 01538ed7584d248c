package dev.continuo.designer.memory.ask;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.ontology.recall.Recalled;
import java.util.Locale;

/** As of when an answer holds, how the question was understood, and what finding it took. */
final class Took extends Div {
  Took(Recalled recalled) {
    addClassNames("ask-took", "soft", "small");
    var took = recalled.activity();
    add(line("As of " + recalled.asOf()));
    var reading = recalled.reading();
    if (!reading.entities().isEmpty()) {
      add(
          line(
              "About "
                  + String.join(", ", reading.entities().stream().map(e -> e.label()).toList())
                  + (reading.slots().isEmpty() ? "" : ": " + String.join(", ", reading.slots()))));
    }
    var words =
        new StringBuilder()
            .append(String.format(Locale.ROOT, "%.0f ms", took.micros() / 1000.0))
            .append(" \u00b7 ")
            .append(took.lists().isEmpty() ? "nothing to look at" : String.join(", ", took.lists()))
            .append(" \u00b7 ")
            .append(took.candidates())
            .append(" looked at");
    if (took.staleDropped() > 0) {
      words.append(", ").append(took.staleDropped()).append(" outdated left out");
    }
    words.append(" \u00b7 ").append(took.tokens()).append(" tokens");
    if (took.cacheHit()) {
      words.append(" \u00b7 still warm");
    }
    add(line(words.toString()));
  }

  private static Span line(String words) {
    return new Span(words);
  }
}

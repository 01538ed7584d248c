package dev.continuo.designer.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.runtime.journal.TraceLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** A source that a run brought into memory: what became of it stands on a page of its own. */
final class RunSource extends Div {
  static final String KEY = "episodeKey";

  private RunSource(TraceLine line, String key) {
    addClassName("beside-line");
    int facts = line.details().get("accepted") instanceof Collection<?> all ? all.size() : 0;
    Anchor open = link(key, facts == 1 ? "1 fact" : facts == 0 ? "What it said" : facts + " facts");
    open.addClassName("strong");
    Span words = new Span(TraceList.capital(line.sentence()));
    words.addClassNames("soft", "small");
    add(open, words);
  }

  /** The source of a line that remembered one. */
  static Optional<Component> of(TraceLine line) {
    return line.details().get(KEY) instanceof String key
        ? Optional.of(new RunSource(line, key))
        : Optional.empty();
  }

  static Anchor link(String key, String words) {
    return new Anchor("memory?episode=" + URLEncoder.encode(key, StandardCharsets.UTF_8), words);
  }
}

package dev.continuo.designer.memory.graph;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.ontology.memory.Evidence;

/** The text of a source with one sentence of it marked, scrolled to that sentence. */
final class SourceText extends Div {
  SourceText(String text, Evidence evidence) {
    addClassName("source-text");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("aria-label", "Text of the source");
    int start = start(text, evidence);
    if (start < 0) {
      add(new Span(text));
      return;
    }
    int end = end(text, evidence, start);
    Span marked = new Span(text.substring(start, end));
    marked.getElement().setAttribute("role", "mark");
    marked.addClassName("marked");
    add(new Span(text.substring(0, start)), marked, new Span(text.substring(end)));
    getElement()
        .executeJs(
            "const m = this.querySelector('.marked');"
                + " this.scrollTop = m.offsetTop - this.offsetTop - this.clientHeight / 3");
  }

  private static boolean placed(String text, Evidence evidence) {
    return evidence.start() >= 0
        && evidence.end() > evidence.start()
        && evidence.end() <= text.length();
  }

  private static int start(String text, Evidence evidence) {
    if (placed(text, evidence)) {
      return evidence.start();
    }
    return evidence.quote().isBlank() ? -1 : text.indexOf(evidence.quote());
  }

  private static int end(String text, Evidence evidence, int start) {
    return placed(text, evidence) ? evidence.end() : start + evidence.quote().length();
  }
}

package dev.continuo.designer.memory.ask;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.ontology.recall.RecalledItem;
import java.time.ZoneId;
import java.util.function.Consumer;

/** One numbered piece of evidence; a click lays its source open. */
final class EvidenceLine extends NativeButton {
  EvidenceLine(
      int number,
      RecalledItem item,
      ZoneId zone,
      Consumer<String> openFact,
      Consumer<String> openSource) {
    addClassNames("fact-line", "evidence-line");
    var mark = new Span(Integer.toString(number));
    mark.addClassNames("tag", "num");
    var said = new Span(item.text());
    said.addClassName(item.fact() == null ? "fact-quote" : "fact-words");
    var words = new Div(said);
    words.addClassName("fact-line-words");
    if (!item.quote().isBlank()) {
      var quote = new Span("\u201c" + item.quote().strip() + "\u201d");
      quote.addClassNames("soft", "small", "fact-quote");
      words.add(quote);
    }
    var source =
        new Span(item.source() + ", " + FactWords.day(item.occurredAt(), zone) + since(item, zone));
    source.addClassNames("soft", "small");
    words.add(source);
    add(mark, words);
    addClickListener(
        click -> {
          if (item.fact() == null) {
            openSource.accept(item.episodeKey());
          } else {
            openFact.accept(item.id());
          }
        });
  }

  private static String since(RecalledItem item, ZoneId zone) {
    return item.fact() == null
        ? ""
        : " \u00b7 holds since " + FactWords.day(item.fact().validFrom(), zone);
  }
}

package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.memory.Soft;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.SourceLine;
import java.util.List;
import java.util.function.Consumer;

/** Where a client was spoken of, newest first. */
final class SourcesPanel extends ClientPanel {
  private final Consumer<String> openSource;

  SourcesPanel(Hand hand, Consumer<String> openFact, Consumer<String> openSource) {
    super(hand, openFact);
    this.openSource = openSource;
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    begin("Timeline");
    LongList<SourceLine> list =
        new LongList<SourceLine>(
                (words, slice) -> browse().sources(entity.id(), false, asOf, words, slice),
                this::line)
            .searchedWhenLong("Search the timeline")
            .exported(
                "timeline",
                List.of("when", "kind", "title", "facts", "source"),
                source ->
                    List.of(
                        source.occurredAt(),
                        source.kind(),
                        source.title(),
                        source.facts(),
                        source.key()))
            .whenEmpty(() -> Soft.words("No source spoke of it by then."));
    add(list);
    list.load();
  }

  private NativeButton line(SourceLine source) {
    Span when = new Span(FactWords.day(source.occurredAt(), hand().zone()));
    when.addClassNames("soft", "small", "num");
    when.setTitle(FactWords.moment(source.occurredAt(), hand().zone()));
    Span title = new Span(source.title());
    title.addClassName("fact-words");
    Div words =
        new Div(title, Soft.words(source.kind() + ", " + FactWords.count(source.facts(), "fact")));
    source.sentences().forEach(sentence -> words.add(Soft.words(sentence)));
    words.addClassName("fact-line-words");
    NativeButton line = new NativeButton();
    line.add(when, words);
    line.addClassName("source-line");
    line.addClickListener(click -> openSource.accept(source.key()));
    return line;
  }
}

package dev.continuo.designer.memory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.SourceRank;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** A fact as a sentence with its quote; a click lays its source open. */
public final class FactLine extends NativeButton {
  public FactLine(Fact fact, ZoneId zone, Consumer<String> open) {
    addClassName("fact-line");
    Span sentence = new Span(fact.sentence());
    sentence.addClassName("fact-words");
    Div words = new Div(sentence);
    if (!fact.quote().isBlank()) {
      Span quote = new Span("\u201c" + fact.quote().strip() + "\u201d");
      quote.addClassNames("soft", "small", "fact-quote");
      words.add(quote);
    }
    words.addClassName("fact-line-words");
    Span when = Moments.when(fact.recordedFrom(), zone);
    when.addClassNames("soft", "small", "num");
    add(dot(fact.rank()), words, when);
    addClickListener(click -> open.accept(fact.factId()));
  }

  /** A list of facts that can be taken along, each with its value, quote and source. */
  public static LongList<Fact> exported(LongList<Fact> list) {
    return list.exported(
        "facts",
        List.of("fact", "value", "since", "quote", "source"),
        fact ->
            List.of(
                fact.sentence(),
                fact.value().words(),
                fact.validFrom(),
                fact.quote(),
                fact.episodeKey()));
  }

  /** Violet where a program read it, blue where a person stands behind it. */
  public static Span dot(SourceRank rank) {
    Span dot = new Span();
    boolean person = rank.outranks(SourceRank.MAIL);
    dot.setClassName("rank-dot " + (person ? "person" : "violet"));
    dot.setTitle(FactWords.rank(rank));
    return dot;
  }
}

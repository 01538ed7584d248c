package dev.continuo.designer.memory.graph;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.memory.Paths;
import dev.continuo.ontology.memory.Browsing;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactDetail;
import dev.continuo.ontology.memory.Generation;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** One fact: the sentence it stands on in its source, who accepted it, what it replaced. */
final class FactPane extends Div {
  private final ZoneId zone;

  FactPane(FactDetail detail, Browsing browsing, ZoneId zone) {
    this.zone = zone;
    addClassName("fact-pane");
    Fact fact = detail.fact();
    Paragraph sentence = new Paragraph(fact.sentence());
    sentence.addClassName("fact-sentence");
    add(sentence, source(detail), about(detail));
    facts("It replaced", detail.supersedes());
    facts("Replaced by", detail.supersededBy());
    facts("It stands on", detail.derivedFrom());
    facts("What stands on it", detail.derived());
    confirmations(detail);
    if (detail.rows() > 1) {
      String factId = fact.factId();
      list(
          "All that was ever recorded here",
          new LongList<Fact>((words, slice) -> browsing.history(factId, words, slice), this::line)
              .searchedWhenLong("Search what was recorded here"));
    }
  }

  private Div source(FactDetail detail) {
    Span title = new Span(detail.source().title());
    title.addClassName("strong");
    Span when =
        new Span(
            detail.source().kind() + ", " + FactWords.moment(detail.source().occurredAt(), zone));
    when.addClassNames("soft", "small");
    Anchor all =
        new Anchor(Paths.episode(detail.source().key()), "All that it brought into memory");
    all.addClassName("small");
    Div head = new Div(title, when, all);
    head.addClassName("source-head");
    return new Div(head, new SourceText(detail.source().text(), detail.evidence()));
  }

  private Div about(FactDetail detail) {
    Fact fact = detail.fact();
    Div rows = new Div();
    rows.addClassName("rows");
    row(rows, "Holds", FactWords.validity(fact, zone));
    row(rows, "Recorded", FactWords.moment(fact.recordedFrom(), zone));
    String fallen = FactWords.fallen(fact, zone);
    if (fallen != null) {
      row(rows, "No longer", fallen + closed(detail));
    }
    row(rows, "Accepted", accepted(detail.acceptedBy()));
    row(rows, "Source", FactWords.rank(fact.rank()));
    row(rows, "Sure", Math.round(fact.confidence() * 100) + " %");
    return rows;
  }

  private static String closed(FactDetail detail) {
    FactDetail.Closing closing = detail.closedBy();
    return closing == null ? "" : ", ended by " + words(closing.by());
  }

  private static String words(Generation by) {
    return by.detail().isBlank() ? by.agent() : by.agent() + " (" + by.detail() + ")";
  }

  private static String accepted(Generation by) {
    String cost =
        by.cost().compareTo(BigDecimal.ZERO) == 0 ? "" : ", cost " + by.cost().toPlainString();
    return "proposed by " + words(by) + cost + "; passed the shapes";
  }

  private void facts(String title, List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    list(title, new LongList<>((words, slice) -> slice.of(facts), this::line));
  }

  private void list(String title, LongList<Fact> list) {
    add(new H3(title), list);
    list.load();
  }

  private Component line(Fact fact) {
    Span sentence = new Span(fact.sentence());
    Span when = new Span(FactWords.validity(fact, zone));
    when.addClassNames("soft", "small");
    Div line = new Div(sentence, when);
    String fallen = FactWords.fallen(fact, zone);
    if (fallen != null) {
      Span until = new Span(fallen);
      until.addClassNames("soft", "small");
      line.add(until);
      sentence.addClassName("fallen");
    }
    line.addClassName("history-line");
    return line;
  }

  private void confirmations(FactDetail detail) {
    if (detail.confirmations().isEmpty()) {
      return;
    }
    add(new H3("Said again"));
    detail
        .confirmations()
        .forEach(
            again -> {
              Div quote = new Div(Evidence.of(again.quote()).quote());
              quote.addClassName("quote");
              Anchor where =
                  new Anchor(Paths.episode(again.episodeKey()), FactWords.moment(again.at(), zone));
              where.addClassName("small");
              add(new Div(quote, where));
            });
  }

  private static void row(Div rows, String name, String words) {
    Span label = new Span(name);
    label.addClassName("row-name");
    rows.add(label, new Span(words));
  }
}

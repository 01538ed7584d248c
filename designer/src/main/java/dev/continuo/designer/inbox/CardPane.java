package dev.continuo.designer.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardItem;
import dev.continuo.runtime.approval.Justification;
import java.time.ZoneId;
import java.util.List;

/** One card to read: what, why, on what grounds, what it risks, what happens without an answer. */
final class CardPane extends Div {
  private static final int LABEL = 20;

  CardPane(Card card, ZoneId zone) {
    addClassName("card-body");
    add(head(card, zone));
    Justification why = card.why();
    for (String note : why.notes()) {
      add(note(note));
    }
    add(grounds(why));
    card.items().forEach(item -> add(new ItemPane(item, zone)));
    if (!why.evidence().isEmpty()) {
      add(evidence(why.evidence()));
    }
    add(stakes(card, zone));
    Card.Decided decided = card.decided();
    if (decided != null) {
      add(answer(card, decided, zone));
    }
  }

  private static Div head(Card card, ZoneId zone) {
    Span kind = tag(CardWords.kind(card.kind()), CardWords.tone(card.kind()));
    Span when = Moments.when(card.raisedAt(), zone);
    when.addClassName("soft");
    Div tags = new Div(kind, tag(CardWords.severity(card.severity()), ""), when);
    tags.addClassName("tags");
    Long run = card.runKey();
    if (run != null) {
      Anchor open = new Anchor("runs/" + run, "Open the run");
      open.addClassName("small");
      tags.add(open);
    }
    Div head = new Div(tags, new H2(card.title()));
    if (!card.summary().isBlank()) {
      Paragraph summary = new Paragraph(card.summary());
      summary.addClassName("soft");
      head.add(summary);
    }
    head.addClassName("card-head");
    return head;
  }

  private static Div grounds(Justification why) {
    Div rows = rows();
    row(rows, "Why", new Span(why.why()));
    if (!why.whyNow().isBlank()) {
      row(rows, "Why now", new Span(why.whyNow()));
    }
    if (why.rules().size() == 1) {
      row(rows, "Rule", new Span(why.rules().getFirst()));
    } else if (!why.rules().isEmpty()) {
      UnorderedList rules = new UnorderedList();
      why.rules().forEach(rule -> rules.add(new ListItem(rule)));
      row(rows, "Rules", rules);
    }
    return rows;
  }

  /** Short labels name their quote; a remembered sentence stands above its own. */
  private static Div evidence(List<Justification.Evidence> evidence) {
    Div rows = rows();
    Div known = new Div();
    known.addClassName("known");
    for (Justification.Evidence one : evidence) {
      Span quote = new Span("\u201c" + one.quote() + "\u201d");
      quote.addClassName("quote");
      if (one.label().length() <= LABEL) {
        row(rows, one.label(), quote);
      } else {
        quote.addClassName("small");
        known.add(new Div(new Span(one.label()), quote));
      }
    }
    if (known.getComponentCount() > 0) {
      row(rows, "Known", known);
    }
    return rows;
  }

  private static Div stakes(Card card, ZoneId zone) {
    Div rows = rows();
    if (!card.why().risk().isBlank()) {
      row(rows, "Risk", new Span(card.why().risk()));
    }
    if (!card.ifNothing().isBlank()) {
      row(rows, "If nothing", new Span(card.ifNothing()));
    }
    var due = card.dueAt();
    if (due != null) {
      Span until = new Span(Moments.at(due, zone) + ", " + Moments.ago(due));
      until.setTitle(Moments.exact(due, zone));
      row(rows, "Until", until);
    }
    return rows;
  }

  private static Div answer(Card card, Card.Decided decided, ZoneId zone) {
    Div answer = new Div();
    answer.addClassName("answer");
    Span verdict = tag(CardWords.past(decided.decision()), CardWords.tone(decided.decision()));
    Span who = new Span("by " + decided.who() + ", " + Moments.ago(decided.at()));
    who.setTitle(Moments.exact(decided.at(), zone));
    answer.add(new Div(verdict, new Span(" "), who));
    if (!decided.note().isBlank()) {
      answer.add(new Paragraph(decided.note()));
    }
    if (!decided.edited().isEmpty()) {
      answer.add(changes(card.items(), decided.edited()));
    }
    return answer;
  }

  /** What was changed between two versions of the items, part by part. */
  static Div changes(List<CardItem> before, List<CardItem> after) {
    Div all = new Div();
    all.addClassName("changes");
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      CardItem then = before.get(i);
      CardItem now = after.get(i);
      then.content()
          .forEach(
              (name, value) -> {
                String was = ItemPane.words(value);
                String is = ItemPane.words(now.content().get(name));
                if (!was.equals(is)) {
                  Span label = new Span(Character.toUpperCase(name.charAt(0)) + name.substring(1));
                  label.addClassName("soft");
                  all.add(label, new DifferenceText(was, is));
                }
              });
    }
    return all;
  }

  private static Div note(String words) {
    Div note = new Div(Glyph.ALERT.icon(), new Span(words));
    note.addClassName("note");
    return note;
  }

  private static Div rows() {
    Div rows = new Div();
    rows.addClassName("rows");
    return rows;
  }

  private static void row(Div rows, String label, Component value) {
    Span name = new Span(label);
    name.addClassName("row-name");
    rows.add(name, value);
  }

  private static Span tag(String words, String tone) {
    Span tag = new Span(words);
    tag.setClassName(("tag " + tone).strip());
    return tag;
  }
}

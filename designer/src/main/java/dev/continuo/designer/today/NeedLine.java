package dev.continuo.designer.today;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.approval.Card;
import java.time.Instant;
import java.time.ZoneId;

/** A card on the start page; a click lays it open in the inbox, where it is answered. */
final class NeedLine extends Anchor {
  NeedLine(Card card, ZoneId zone) {
    super("inbox/" + card.id());
    addClassName("need");
    Span title = new Span(card.title());
    title.addClassName("need-title");
    Span summary = new Span(card.summary());
    summary.addClassName("soft");
    Div words = new Div(title, summary);
    words.addClassName("need-words");
    Instant due = card.dueAt();
    Span when =
        new Span(
            switch (card.severity()) {
              case NOW -> "now";
              case WORKING_HOURS -> "in working hours";
              case DIGEST -> "when you have time";
            });
    if (due != null) {
      when.setText("until " + Moments.at(due, zone));
      when.setTitle(Moments.exact(due, zone));
    }
    when.setClassName("tag " + tone(card));
    add(words, when);
  }

  private static String tone(Card card) {
    return switch (card.kind()) {
      case STUCK, OUTCOME -> "red";
      case MESSAGE, GUARD -> "amber";
      case MEMORY -> "violet";
      case TASK -> "person";
      case EFFECT -> "act";
    };
  }
}

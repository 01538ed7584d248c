package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.WithheldFact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/** A decision that was made: what, by whom, why; and the way back. */
final class SettledLine extends Div {
  private final Instant at;

  SettledLine(WithheldFact item, String value, ZoneId zone, Runnable back) {
    var settled = Objects.requireNonNull(item.settled());
    this.at = settled.at();
    fill(
        item.status() == WithheldFact.Status.ACCEPTED ? "accepted" : "declined",
        ProposedWords.about(item) + " \u201c" + value + "\u201d",
        settled.who(),
        settled.why(),
        zone,
        back);
  }

  SettledLine(MergeProposal merge, ZoneId zone, Runnable back) {
    this.at = Objects.requireNonNullElse(merge.settledAt(), merge.proposedAt());
    fill(
        merge.state() == MergeProposal.State.MERGED ? "merged" : "kept apart",
        merge.kept().label() + " and " + merge.other().label(),
        Objects.requireNonNullElse(merge.settledBy(), ""),
        Objects.requireNonNullElse(merge.why(), ""),
        zone,
        back);
  }

  private void fill(
      String verdict, String what, String who, String why, ZoneId zone, Runnable back) {
    addClassName("settled-line");
    Span tag = new Span(verdict.substring(0, 1).toUpperCase(Locale.ROOT) + verdict.substring(1));
    tag.addClassName("tag");
    tag.setClassName("green", verdict.equals("accepted") || verdict.equals("merged"));
    Span title = new Span(what);
    title.addClassName("strong");
    Span by = new Span(who + (why.isBlank() ? "" : ": \u201c" + why + "\u201d"));
    by.addClassNames("soft", "small");
    Div words = new Div(title, by);
    words.addClassName("fact-line-words");
    Span when = Moments.when(at, zone);
    when.addClassNames("soft", "small", "num");
    Button undo = new Button("Take back", click -> back.run());
    undo.addThemeVariants(ButtonVariant.TERTIARY);
    undo.setAriaLabel("Take back: " + what);
    add(tag, words, when, undo);
  }
}

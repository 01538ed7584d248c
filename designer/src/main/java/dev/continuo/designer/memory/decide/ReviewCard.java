package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.Paths;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.Moments;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactDetail;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.WithheldFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A proposal that waits: what is known beside what is new, why it waits, and the two answers. */
final class ReviewCard extends Div {
  private static final String UNCLEAR = "unclear-date";

  private final Hand hand;
  private final WithheldFact item;
  private final Consumer<Settling> settle;
  private final DatePicker since = new DatePicker("It holds since");

  /** An answer: made under {@code key}; {@code accepted} says which of the two. */
  record Settling(WithheldFact item, boolean accepted, @Nullable Instant validFrom, String why) {}

  ReviewCard(Hand hand, WithheldFact item, Consumer<String> open, Consumer<Settling> settle) {
    this.hand = hand;
    this.item = item;
    this.settle = settle;
    addClassNames("panel", "decision");
    H3 title = new H3(ProposedWords.about(item));
    Span when = Moments.when(item.at(), hand.zone());
    when.addClassNames("soft", "small");
    Div head = new Div(title, when);
    head.addClassName("decision-head");
    Paragraph why = new Paragraph(item.message());
    why.addClassName("soft");
    add(head, why, sides(open));
    if (item.code().equals(UNCLEAR)) {
      since.setValue(day(item.validFrom(), hand.zone()));
      since.setHelperText("The source is not clear about it. Set the day before you accept.");
      add(since);
    }
    add(
        new Verdict(
            ProposedWords.about(item),
            "Accept",
            reason -> settle.accept(new Settling(item, true, validFrom(), reason)),
            "Decline",
            reason -> settle.accept(new Settling(item, false, null, reason))));
  }

  private Component sides(Consumer<String> open) {
    Side fresh =
        new Side(
            "New",
            words(ProposedWords.value(item, hand.memory().vocabularies().current(), hand.zone())),
            Soft.words("since " + FactWords.day(item.validFrom(), hand.zone())),
            quote(item.quote()),
            ground(item.rank(), new Anchor(Paths.episode(item.episodeKey()), "See the source")));
    return known()
        .<Component>map(fact -> Side.both(known(fact, open), fresh))
        .orElseGet(
            () ->
                Side.both(new Side("Known", Soft.words("Nothing that it would replace.")), fresh));
  }

  private Optional<Fact> known() {
    String other = item.conflictingFactId();
    return other == null ? Optional.empty() : hand.memory().fact(other).map(FactDetail::fact);
  }

  private Side known(Fact fact, Consumer<String> open) {
    NativeButton source = new NativeButton("See the source", click -> open.accept(fact.factId()));
    source.addClassName("link-button");
    return new Side(
        "Known",
        words(FactWords.value(fact.value(), hand.zone())),
        Soft.words(FactWords.validity(fact, hand.zone())),
        quote(fact.quote()),
        ground(fact.rank(), source));
  }

  private @Nullable Instant validFrom() {
    LocalDate day = since.getValue();
    return item.code().equals(UNCLEAR) && day != null
        ? day.atStartOfDay(hand.zone()).toInstant()
        : null;
  }

  private static LocalDate day(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toLocalDate();
  }

  private static Span words(String value) {
    Span words = new Span(value);
    words.addClassName("side-value");
    return words;
  }

  private static Span quote(String sentence) {
    Span quote = new Span("\u201c" + sentence.strip() + "\u201d");
    quote.addClassNames("quote", "small");
    quote.setVisible(!sentence.isBlank());
    return quote;
  }

  private static Div ground(SourceRank rank, Component source) {
    Span dot = FactLine.dot(rank);
    Div ground = new Div(dot, Soft.words(FactWords.rank(rank)), source);
    ground.addClassNames("side-ground", "small");
    return ground;
  }
}

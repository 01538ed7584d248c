package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Toast;
import dev.continuo.ontology.memory.Browsing;
import dev.continuo.ontology.memory.Decision;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.WithheldFact;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The lists of what waits and of what was decided. */
final class DecideLists {
  private static final List<String> ITEM =
      List.of("about", "says", "value", "why it stands here", "quote", "source", "at");

  private final Hand hand;
  private final Decisions decisions;
  private final Consumer<String> openFact;
  private final Runnable changed;

  DecideLists(Hand hand, Decisions decisions, Consumer<String> openFact, Runnable changed) {
    this.hand = hand;
    this.decisions = decisions;
    this.openFact = openFact;
    this.changed = changed;
  }

  private Browsing browse() {
    return hand.memory().browse();
  }

  LongList<WithheldFact> reviews() {
    return new LongList<WithheldFact>(
            (words, slice) -> browse().withheld(WithheldFact.Status.REVIEW, words, slice),
            item -> new ReviewCard(hand, item, openFact, decisions::settle))
        .searched("Search what waits")
        .exported("to-decide", ITEM, DecideLists::row)
        .whenEmpty(
            () ->
                none(
                    "Nothing waits for you here",
                    "When a source says something else than a better one said before, or a date is"
                        + " not clear, both stand here side by side."));
  }

  LongList<MergeProposal> doubles() {
    return new LongList<MergeProposal>(
            (words, slice) -> browse().merges(MergeProposal.State.OPEN, words, slice),
            pair -> new MergeCard(hand, pair, (same, why) -> decisions.settle(pair, same, why)))
        .searched("Search the doubles")
        .exported(
            "doubles",
            List.of("one", "other", "alike", "what speaks for it", "in what they differ"),
            pair ->
                List.of(
                    pair.kept().label(),
                    pair.other().label(),
                    pair.score(),
                    String.join("; ", pair.reasons()),
                    String.join("; ", pair.differences())))
        .whenEmpty(
            () ->
                none(
                    "Nobody seems to be known twice",
                    "When two people or organisations are very much alike, they stand here side by"
                        + " side. Nothing is merged without your word."));
  }

  LongList<Fact> shaky() {
    return new LongList<Fact>((words, slice) -> browse().shaky(words, slice), this::shakyLine)
        .framed()
        .searched("Search what is shaky")
        .exported(
            "shaky",
            List.of("fact", "quote", "source"),
            fact -> List.of(fact.sentence(), fact.quote(), fact.episodeKey()))
        .whenEmpty(
            () ->
                none(
                    "Everything stands on firm ground",
                    "When a fact falls, what was derived from it stands here until you have looked"
                        + " at it."));
  }

  LongList<WithheldFact> refused() {
    return new LongList<WithheldFact>(
            (words, slice) -> browse().withheld(WithheldFact.Status.REJECTED, words, slice),
            this::refusedLine)
        .framed()
        .searched("Search what was refused")
        .exported("refused", ITEM, DecideLists::row)
        .whenEmpty(
            () ->
                none(
                    "Nothing was refused",
                    "What breaks a rule of the vocabulary is never remembered; it stands here with"
                        + " the rule's own words and the sentence."));
  }

  LongList<Decision> decided() {
    return new LongList<Decision>((words, slice) -> browse().decided(words, slice), decisions::line)
        .framed()
        .searched("Search what was decided")
        .exported("decided", List.of("what", "verdict", "who", "why", "at"), DecideLists::row)
        .whenEmpty(
            () ->
                none(
                    "Nothing was decided yet",
                    "Your decisions stand here with their reasons, and each can be taken back."));
  }

  private static Blank none(String title, String words) {
    return new Blank(Glyph.MEMORY, title, words);
  }

  private static List<?> row(WithheldFact item) {
    return List.of(
        item.subjectLabel(),
        item.predicateLabel(),
        item.value(),
        item.message(),
        item.quote(),
        item.episodeKey(),
        item.at());
  }

  private static List<?> row(Decision decision) {
    return switch (decision) {
      case Decision.OfFact(var at, var item) -> {
        var settled = Objects.requireNonNull(item.settled());
        yield List.of(
            ProposedWords.about(item) + " " + item.value(),
            item.status(),
            settled.who(),
            settled.why(),
            at);
      }
      case Decision.OfPair(var at, var pair) ->
          List.of(
              pair.kept().label() + " and " + pair.other().label(),
              pair.state(),
              Objects.requireNonNullElse(pair.settledBy(), ""),
              Objects.requireNonNullElse(pair.why(), ""),
              at);
    };
  }

  private Div shakyLine(Fact fact) {
    Button keep = new Button("It still holds", click -> keep(fact));
    keep.setAriaLabel("It still holds: " + fact.sentence());
    Div line = new Div(new FactLine(fact, hand.zone(), openFact), keep);
    line.addClassName("with-deed");
    return line;
  }

  private void keep(Fact fact) {
    if (Hand.done(() -> hand.memory().reviews().keep(fact.factId(), hand.who(), "still holds"))) {
      Toast.show("Kept.");
      changed.run();
    }
  }

  private Div refusedLine(WithheldFact item) {
    Button away = new Button("Put away", click -> decisions.putAway(item));
    away.addThemeVariants(ButtonVariant.TERTIARY);
    away.setAriaLabel("Put away: " + ProposedWords.about(item));
    Div line = new Div(new WithheldLine(item, hand.zone(), openFact), away);
    line.addClassName("with-deed");
    return line;
  }
}

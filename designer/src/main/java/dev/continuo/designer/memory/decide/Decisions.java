package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.shell.Toast;
import dev.continuo.ontology.memory.Decision;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.WithheldFact;
import org.jspecify.annotations.Nullable;

/** Carries out what a person decided about an item or a pair, and the way back. */
final class Decisions {
  private static final String AT_ONCE = "taken back at once";

  private final Hand hand;
  private final Runnable changed;

  Decisions(Hand hand, Runnable changed) {
    this.hand = hand;
    this.changed = changed;
  }

  void settle(ReviewCard.Settling answer) {
    WithheldFact item = answer.item();
    var reviews = hand.memory().reviews();
    if (answer.accepted()) {
      run(
          () ->
              reviews.accept(
                  Hand.key("accept"), item.id(), answer.validFrom(), hand.who(), answer.why()),
          "Accepted. What it replaced stays in the history.",
          () -> takeBack(item, AT_ONCE));
    } else {
      run(
          () -> reviews.dismiss(Hand.key("decline"), item.id(), hand.who(), answer.why()),
          "Declined. What is known stays.",
          () -> takeBack(item, AT_ONCE));
    }
  }

  /** A refusal that was read. */
  void putAway(WithheldFact item) {
    run(
        () ->
            hand.memory()
                .reviews()
                .dismiss(Hand.key("put-away"), item.id(), hand.who(), "put away"),
        "Put away.",
        () -> takeBack(item, AT_ONCE));
  }

  void settle(MergeProposal pair, boolean same, String why) {
    var identities = hand.memory().identities();
    if (same) {
      run(
          () -> identities.merge(pair.id(), hand.who(), why),
          "They are read as one from now on.",
          () -> part(pair, AT_ONCE));
    } else {
      run(
          () -> identities.dismiss(pair.id(), hand.who(), why),
          "They stay apart and are not proposed again.",
          () -> reopen(pair, AT_ONCE));
    }
  }

  SettledLine line(Decision decision) {
    return switch (decision) {
      case Decision.OfFact(var at, var item) -> line(item);
      case Decision.OfPair(var at, var pair) -> line(pair);
    };
  }

  private SettledLine line(WithheldFact item) {
    String value = ProposedWords.value(item, hand.memory().vocabularies().current(), hand.zone());
    return new SettledLine(item, value, hand.zone(), () -> takeBack(item, "taken back"));
  }

  private SettledLine line(MergeProposal merge) {
    return new SettledLine(
        merge,
        hand.zone(),
        () -> {
          if (merge.state() == MergeProposal.State.MERGED) {
            part(merge, "taken back");
          } else {
            reopen(merge, "taken back");
          }
        });
  }

  private void takeBack(WithheldFact item, String why) {
    run(
        () -> hand.memory().reviews().takeBack(Hand.key("take-back"), item.id(), hand.who(), why),
        "Taken back. It waits for you again.",
        null);
  }

  private void part(MergeProposal pair, String why) {
    run(
        () -> hand.memory().identities().unmerge(pair.id(), hand.who(), why),
        "They are two again, as before.",
        null);
  }

  private void reopen(MergeProposal pair, String why) {
    run(
        () -> hand.memory().identities().reopen(pair.id(), hand.who(), why),
        "The pair waits for you again.",
        null);
  }

  private void run(Runnable deed, String words, @Nullable Runnable back) {
    if (!Hand.done(deed)) {
      return;
    }
    changed.run();
    if (back == null) {
      Toast.show(words);
      return;
    }
    Button undo = new Button("Undo", click -> back.run());
    undo.addThemeVariants(ButtonVariant.TERTIARY);
    Toast.show(words, undo);
  }
}

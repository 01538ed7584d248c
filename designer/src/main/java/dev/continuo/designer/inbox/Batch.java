package dev.continuo.designer.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Toast;
import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardRefused;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.approval.Verdict.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One answer for several marked cards; offered only for cards of one kind, each counted alone. */
final class Batch extends Div {
  private final Approvals approvals;
  private final String who;
  private final Runnable done;

  Batch(Approvals approvals, String who, Runnable done) {
    this.approvals = approvals;
    this.who = who;
    this.done = done;
    addClassName("batch");
    setVisible(false);
  }

  void show(Set<UUID> marked) {
    removeAll();
    List<Card> cards = marked.stream().map(approvals::card).flatMap(Optional::stream).toList();
    setVisible(!cards.isEmpty());
    if (cards.isEmpty()) {
      return;
    }
    add(new Span(cards.size() == 1 ? "1 marked" : cards.size() + " marked"));
    if (cards.stream().map(Card::kind).distinct().count() > 1) {
      Span mixed = new Span("Mark cards of one kind to answer them together.");
      mixed.addClassName("soft");
      add(mixed);
      return;
    }
    offer(cards, Decision.APPROVED);
    offer(cards, Decision.REJECTED);
    Button none = new Button("Unmark", click -> done.run());
    none.addThemeVariants(ButtonVariant.TERTIARY);
    add(none);
  }

  private void offer(List<Card> cards, Decision decision) {
    boolean all =
        cards.stream()
            .allMatch(card -> card.actions().stream().anyMatch(a -> a.decision() == decision));
    if (all) {
      String label = CardWords.answer(cards.getFirst(), decision);
      add(new Button(cards.size() == 1 ? label : label + " all", click -> give(cards, decision)));
    }
  }

  private void give(List<Card> cards, Decision decision) {
    int given = 0;
    for (Card card : cards) {
      try {
        approvals.decide(card.id(), new Verdict(decision, who, card.contentHash(), "", List.of()));
        given++;
      } catch (CardRefused refused) {
        Toast.show(String.valueOf(refused.getMessage()));
      }
    }
    Toast.show(given + " " + CardWords.past(decision).toLowerCase(java.util.Locale.ROOT));
    done.run();
  }
}

package dev.continuo.designer.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardAction;
import dev.continuo.runtime.approval.CardItem;
import dev.continuo.runtime.approval.Verdict.Decision;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one card lies open: to read, or to edit, with its answers at the foot. */
final class Desk extends Div {
  /** What the owner wants done with the card on the desk. */
  interface Answers {
    void answer(Card card, Decision decision, List<CardItem> edited);

    void reject(Card card, Decision decision);

    void later(Card card, Component at);

    void back();
  }

  private final ZoneId zone;
  private final Answers answers;
  private final Div foot = new Div();
  private List<ItemFields> editing = List.of();
  private @Nullable Card card;

  Desk(ZoneId zone, Answers answers) {
    this.zone = zone;
    this.answers = answers;
    addClassName("desk");
    foot.addClassName("desk-foot");
  }

  Optional<Card> card() {
    return Optional.ofNullable(card);
  }

  boolean editing() {
    return !editing.isEmpty();
  }

  /** Nothing lies open: because nothing asks, or because no card has the words searched for. */
  void clear(boolean searching) {
    card = null;
    editing = List.of();
    removeAll();
    add(
        searching
            ? new Blank(
                Glyph.SEARCH, "No card has these words", "Try fewer of them, or another lane.")
            : new Blank(
                Glyph.CHECK,
                "Nothing needs you",
                "Whatever asks for your word will lie here, one card each."));
  }

  void read(Card shown) {
    card = shown;
    editing = List.of();
    removeAll();
    add(backButton(), new CardPane(shown, zone));
    foot.removeAll();
    if (shown.asks()) {
      for (CardAction action : shown.actions()) {
        foot.add(button(shown, action));
        if (action.editable()) {
          foot.add(plain("Edit", "e", this::edit));
        }
      }
      Button later = plain("Later", "s", () -> {});
      later.addClickListener(click -> answers.later(shown, later));
      foot.add(later);
      add(foot);
    }
  }

  void edit() {
    Card shown = card;
    if (shown == null || editing() || !editable(shown)) {
      return;
    }
    List<ItemFields> fields = new ArrayList<>();
    removeAll();
    Span title = new Span(shown.title());
    title.addClassName("desk-title");
    add(backButton(), title);
    for (CardItem item : shown.items()) {
      ItemFields one = new ItemFields(item, zone);
      fields.add(one);
      add(one);
    }
    editing = fields;
    foot.removeAll();
    Button approve = new Button("Approve as changed", click -> review(shown));
    approve.addThemeVariants(ButtonVariant.PRIMARY);
    foot.add(approve, new Button("Discard changes", click -> read(shown)));
    add(foot);
    fields.getFirst().focus();
  }

  /** Shows a refusal above the card, which stays as it is. */
  void refuse(String what) {
    addComponentAsFirst(new Trouble(what, "", ""));
  }

  private void review(Card shown) {
    List<CardItem> edited = editing.stream().map(ItemFields::edited).toList();
    boolean changed = !edited.equals(shown.items());
    answers.answer(shown, Decision.APPROVED, changed ? edited : List.of());
  }

  private static boolean editable(Card card) {
    return card.asks() && card.actions().stream().anyMatch(CardAction::editable);
  }

  private Button button(Card shown, CardAction action) {
    return switch (action.decision()) {
      case APPROVED -> {
        Button approve =
            plain(action.label(), "a", () -> answers.answer(shown, Decision.APPROVED, List.of()));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        yield approve;
      }
      case SENT_BACK -> plain(action.label(), "b", () -> answers.reject(shown, Decision.SENT_BACK));
      case REJECTED -> plain(action.label(), "r", () -> answers.reject(shown, Decision.REJECTED));
    };
  }

  private Button backButton() {
    Button back = new Button("All cards", click -> answers.back());
    back.addThemeVariants(ButtonVariant.TERTIARY);
    back.addClassName("desk-back");
    return back;
  }

  private static Button plain(String words, String key, Runnable action) {
    Button button = new Button(words, click -> action.run());
    Span hint = new Span(key);
    hint.addClassName("kbd");
    hint.getElement().setAttribute("aria-hidden", "true");
    button.setSuffixComponent(hint);
    return button;
  }
}

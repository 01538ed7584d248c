package dev.continuo.designer.inbox;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.Card;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list of cards, loaded as it is scrolled, with one card chosen and any number marked. */
final class CardList extends Grid<Card> {
  private static final String ROW =
      """
      <div class="card-row ${item.tone}" ?marked=${item.marked}>
        <span class="card-mark" aria-hidden="true"></span>
        <div class="card-row-words">
          <span class="card-row-title">${item.title}</span>
          <span class="card-row-line">${item.line}</span>
        </div>
        <span class="card-row-when" title=${item.exact}>${item.when}</span>
      </div>
      """;

  private static final int LATELY = 500;

  private final Approvals approvals;
  private final Set<UUID> marked = new HashSet<>();
  private Lane lane = Lane.ALL;
  private String words = "";
  private @Nullable Card last;

  CardList(Approvals approvals, Consumer<Card> chosen) {
    this.approvals = approvals;
    addClassName("card-list");
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.SINGLE);
    setPageSize(50);
    setAriaLabel("Cards");
    addColumn(
        LitRenderer.<Card>of(ROW)
            .withProperty("title", Card::title)
            .withProperty("line", this::line)
            .withProperty("tone", card -> CardWords.tone(card.kind()))
            .withProperty("marked", card -> marked.contains(card.id()))
            .withProperty("when", card -> Moments.ago(card.raisedAt()))
            .withProperty("exact", card -> card.raisedAt().toString()));
    addSelectionListener(
        change -> {
          Card now = change.getFirstSelectedItem().orElse(change.isFromClient() ? last : null);
          last = now;
          if (change.isFromClient() && now != null) {
            select(now);
            chosen.accept(now);
          }
        });
    load();
  }

  /** Shows a lane's cards that contain some words; none means all. */
  void show(Lane wanted, String contained) {
    lane = wanted;
    words = contained;
    marked.clear();
    load();
  }

  /** Reads the list again and keeps the place. */
  void reload() {
    getDataProvider().refreshAll();
  }

  /** The first card, or the one that follows the given one. */
  Optional<Card> neighbour(@Nullable Card card, int by) {
    List<Card> cards = firstCards();
    int at = -1;
    for (int i = 0; card != null && i < cards.size(); i++) {
      if (cards.get(i).id().equals(card.id())) {
        at = i;
      }
    }
    int next = at < 0 ? 0 : Math.clamp(at + (long) by, 0, Math.max(0, cards.size() - 1));
    return cards.isEmpty() ? Optional.empty() : Optional.of(cards.get(next));
  }

  void choose(@Nullable Card card) {
    if (card == null) {
      deselectAll();
    } else {
      select(card);
    }
  }

  void mark(Card card) {
    if (!marked.remove(card.id())) {
      marked.add(card.id());
    }
    getDataProvider().refreshItem(card);
  }

  Set<UUID> marked() {
    return Set.copyOf(marked);
  }

  void unmarkAll() {
    marked.clear();
    reload();
  }

  private List<Card> firstCards() {
    return lane == Lane.ANSWERED ? answered() : approvals.open(lane.kinds(), words, 500, 0);
  }

  /** What was answered lately; older cards stand with their runs. */
  private List<Card> answered() {
    String wanted = words.toLowerCase(Locale.ROOT);
    return approvals.closed(LATELY).stream()
        .filter(
            card -> (card.title() + " " + card.summary()).toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  private String line(Card card) {
    Card.Decided decided = card.decided();
    if (decided != null) {
      return CardWords.past(decided.decision()) + " · " + CardWords.kind(card.kind());
    }
    return CardWords.severity(card.severity()) + " · " + CardWords.kind(card.kind());
  }

  private void load() {
    var view =
        setItems(
            query ->
                lane == Lane.ANSWERED
                    ? answered().stream().skip(query.getOffset()).limit(query.getLimit())
                    : approvals
                        .open(lane.kinds(), words, query.getLimit(), query.getOffset())
                        .stream());
    view.setIdentifierProvider(Card::id);
  }
}

package dev.continuo.designer.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.people.Owner;
import dev.continuo.designer.shell.Keys;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Toast;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardItem;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.CardRefused;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.approval.Verdict.Decision;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that needs the owner. Letters answer: j k move, a e r b s x act. */
@Route(value = "inbox", layout = Shell.class)
@PageTitle("Inbox · Continuo")
@PermitAll
class InboxView extends Div implements HasUrlParameter<String>, Desk.Answers {
  private final Approvals approvals;
  private final Settings settings;
  private final String who;
  private final CardList list;
  private final Desk desk;
  private final Batch batch;
  private final CardTabs tabs = new CardTabs(this::look);
  private final PageHead head = new PageHead("Inbox", "", new KeyHints());

  InboxView(Approvals approvals, Settings settings, AuthenticationContext login, Pulse pulse) {
    this.approvals = approvals;
    this.settings = settings;
    this.who = login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner");
    this.list = new CardList(approvals, this::open);
    this.desk = new Desk(settings.work().zone(), this);
    this.batch = new Batch(approvals, who, this::batchDone);

    addClassNames("wide", "inbox");
    Div split = new Div(new Div(tabs, batch, list), desk);
    split.addClassName("split");
    add(head, split);
    Keys keys =
        Keys.of(this)
            .on("j", () -> move(1))
            .on("k", () -> move(-1))
            .on("a", () -> key(Decision.APPROVED))
            .on("e", desk::edit)
            .on("b", () -> key(Decision.SENT_BACK))
            .on("r", () -> key(Decision.REJECTED))
            .on("s", this::putOff)
            .on("x", this::mark)
            .on("/", tabs::search);
    for (int place = 1; place <= Lane.values().length; place++) {
      int chosen = place;
      keys.on(String.valueOf(place), () -> tabs.choose(chosen));
    }
    pulse.follow(this, Set.of(Topic.CARDS), this::refresh);
  }

  @Override
  public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
    Optional<Card> wanted = id == null ? Optional.empty() : approvals.card(uuid(id));
    if (wanted.isPresent()) {
      open(wanted.get());
      list.choose(wanted.get());
    } else {
      first();
    }
    count();
  }

  @Override
  public void answer(Card card, Decision decision, List<CardItem> edited) {
    give(card, new Verdict(decision, who, card.contentHash(), "", edited));
  }

  @Override
  public void reject(Card card, Decision decision) {
    String label = CardWords.answer(card, decision);
    new ReasonDialog(
            label + "?",
            label,
            note -> give(card, new Verdict(decision, who, card.contentHash(), note, List.of())))
        .open();
  }

  @Override
  public void later(Card card, Component at) {
    ContextMenu menu = new ContextMenu(at);
    menu.setOpenOnClick(true);
    for (Later choice : Later.choices(now(), settings.work())) {
      menu.addItem(choice.words(), click -> snooze(card, choice));
    }
    at.getElement().executeJs("setTimeout(() => this.click())");
  }

  @Override
  public void back() {
    removeClassName("reading");
  }

  private void open(Card card) {
    desk.read(card);
    addClassName("reading");
    UI.getCurrent().getPage().getHistory().replaceState(null, "inbox/" + card.id());
  }

  private void look(Lane lane, String words) {
    list.show(lane, words);
    batch.show(Set.of());
    first();
  }

  private void first() {
    list.neighbour(null, 0)
        .ifPresentOrElse(
            card -> {
              desk.read(card);
              list.choose(card);
            },
            () -> desk.clear(tabs.searching()));
  }

  private void move(int by) {
    if (!desk.editing()) {
      list.neighbour(desk.card().orElse(null), by)
          .ifPresent(
              card -> {
                list.choose(card);
                open(card);
              });
    }
  }

  private void key(Decision decision) {
    desk.card()
        .filter(card -> !desk.editing() && card.asks())
        .filter(card -> card.actions().stream().anyMatch(a -> a.decision() == decision))
        .ifPresent(
            card -> {
              if (decision == Decision.APPROVED) {
                answer(card, decision, List.of());
              } else {
                reject(card, decision);
              }
            });
  }

  private void give(Card card, Verdict verdict) {
    Optional<Card> next = list.neighbour(card, 1).filter(other -> !other.id().equals(card.id()));
    try {
      Card answered = approvals.decide(card.id(), verdict);
      Long run = answered.runKey();
      Toast.show(
          CardWords.past(verdict.decision()) + ": " + card.title(),
          run == null ? new Span() : new Anchor("runs/" + run, "See the run"));
      list.reload();
      next.ifPresentOrElse(
          other -> {
            list.choose(other);
            open(other);
          },
          this::first);
      back();
    } catch (CardRefused refused) {
      approvals.card(card.id()).ifPresentOrElse(desk::read, this::first);
      desk.refuse(String.valueOf(refused.getMessage()));
      list.reload();
    }
    count();
  }

  private void putOff() {
    desk.card()
        .filter(card -> !desk.editing() && card.asks())
        .ifPresent(card -> snooze(card, Later.usual(now(), settings.work())));
  }

  private void snooze(Card card, Later choice) {
    approvals.snooze(card.id(), choice.until(), who);
    Button undo =
        new Button(
            "Undo",
            click -> {
              approvals.snooze(card.id(), Instant.now(), who);
              refresh();
            });
    undo.addThemeVariants(ButtonVariant.TERTIARY);
    Toast.show("Comes back " + choice.words().toLowerCase(java.util.Locale.ROOT), undo);
    list.reload();
    first();
    back();
    count();
  }

  private void mark() {
    desk.card()
        .filter(Card::asks)
        .ifPresent(
            card -> {
              list.mark(card);
              batch.show(list.marked());
              move(1);
            });
  }

  private void batchDone() {
    list.unmarkAll();
    batch.show(Set.of());
    first();
    count();
  }

  private void refresh() {
    list.reload();
    count();
    if (!desk.editing()) {
      Optional<Card> shown = desk.card().flatMap(card -> approvals.card(card.id()));
      shown.ifPresentOrElse(desk::read, this::first);
    }
  }

  private void count() {
    Map<CardKind, Integer> counts = approvals.counts();
    tabs.count(counts);
    int asking = counts.values().stream().mapToInt(Integer::intValue).sum();
    head.setLine(
        switch (asking) {
          case 0 -> "Nothing needs you.";
          case 1 -> "One thing needs you.";
          default -> asking + " things need you.";
        });
  }

  private ZonedDateTime now() {
    return ZonedDateTime.now(settings.work().zone());
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      return new UUID(0, 0);
    }
  }
}

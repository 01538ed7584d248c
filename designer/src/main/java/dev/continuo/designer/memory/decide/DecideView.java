package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.MemoryPlaces;
import dev.continuo.designer.memory.MemoryPlaces.Place;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.graph.Surroundings;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Toast;
import dev.continuo.designer.shell.Topic;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What memory leaves to a person: contradictions, doubles, facts whose ground fell, refusals. */
@Route(value = "memory/review", layout = Shell.class)
@PageTitle("To decide · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class DecideView extends Div implements BeforeEnterObserver {
  private final Memory memory;
  private final Hand hand;
  private final MemoryPlaces places = new MemoryPlaces(Place.DECIDE);
  private final Tab facts = new Tab("Facts");
  private final Tab merges = new Tab("Doubles");
  private final Tab shaky = new Tab("Shaky");
  private final Tab refused = new Tab("Refused");
  private final Tab settled = new Tab("Decided");
  private final Tabs tabs = new Tabs(facts, merges, shaky, refused, settled);
  private final Div body = new Div();
  private final Surroundings surroundings;
  private final Decisions decisions;

  DecideView(Memory memory, Settings settings, AuthenticationContext login, Pulse pulse) {
    this.memory = memory;
    this.hand = Hand.of(memory, settings, login);
    this.decisions = new Decisions(hand, this::load);
    Drawer drawer = new Drawer();
    this.surroundings = new Surroundings(hand, drawer, this::load);
    addClassNames("column", "memory");
    body.addClassName("decisions");
    tabs.addSelectedChangeListener(change -> load());
    pulse.follow(this, Set.of(Topic.FACTS), this::refresh);
    add(
        new PageHead("To decide", "What memory does not settle by itself"),
        places,
        tabs,
        body,
        drawer);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String wanted =
        event.getLocation().getQueryParameters().getSingleParameter("show").orElse("facts");
    tabs.setSelectedTab(
        switch (wanted) {
          case "doubles" -> merges;
          case "shaky" -> shaky;
          case "refused" -> refused;
          case "decided" -> settled;
          default -> facts;
        });
    load();
  }

  /** New items show their count; what is being read stays in its place. */
  private void refresh() {
    try {
      counts(Waiting.in(memory));
    } catch (MemoryUnavailable | MemoryFailed resting) {
      // What is shown stays; the next change brings the rest.
    }
  }

  private void load() {
    body.removeAll();
    try {
      Waiting waiting = Waiting.in(memory);
      counts(waiting);
      body.add(lines(waiting));
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      body.removeAll();
      body.add(MemoryTrouble.of(trouble, this::load));
    }
  }

  private void counts(Waiting waiting) {
    places.count(Place.DECIDE, waiting.asking());
    label(facts, "Facts", waiting.review().size());
    label(merges, "Doubles", waiting.merges().size());
    label(shaky, "Shaky", waiting.shaky().size());
    label(refused, "Refused", waiting.refused().size());
  }

  private static void label(Tab tab, String words, int count) {
    String number = count >= Waiting.MOST ? " " + Waiting.MOST + "+" : " " + count;
    tab.setLabel(count == 0 ? words : words + number);
  }

  private List<Component> lines(Waiting waiting) {
    Tab chosen = tabs.getSelectedTab();
    if (chosen == merges) {
      return or(
          doubles(waiting.merges()),
          "Nobody seems to be known twice",
          "When two people or organisations are very much alike, they stand here side by side."
              + " Nothing is merged without your word.");
    }
    if (chosen == shaky) {
      return or(
          panel(waiting.shaky().stream().<Component>map(this::shakyLine).toList()),
          "Everything stands on firm ground",
          "When a fact falls, what was derived from it stands here until you have looked at it.");
    }
    if (chosen == refused) {
      return or(
          panel(waiting.refused().stream().<Component>map(this::refusedLine).toList()),
          "Nothing was refused",
          "What breaks a rule of the vocabulary is never remembered; it stands here with the rule's"
              + " own words and the sentence.");
    }
    if (chosen == settled) {
      return or(
          panel(decided()),
          "Nothing was decided yet",
          "Your decisions stand here with their reasons, and each can be taken back.");
    }
    return or(
        waiting.review().stream()
            .<Component>map(
                item -> new ReviewCard(hand, item, surroundings::openFact, decisions::settle))
            .toList(),
        "Nothing waits for you here",
        "When a source says something else than a better one said before, or a date is not clear,"
            + " both stand here side by side.");
  }

  private List<Component> doubles(List<MergeProposal> proposals) {
    return proposals.stream()
        .<Component>map(
            one -> new MergeCard(hand, one, (same, why) -> decisions.settle(one, same, why)))
        .toList();
  }

  private Div shakyLine(Fact fact) {
    Button keep =
        new Button(
            "It still holds",
            click -> {
              if (Hand.done(
                  () -> memory.reviews().keep(fact.factId(), hand.who(), "still holds"))) {
                Toast.show("Kept.");
                load();
              }
            });
    keep.setAriaLabel("It still holds: " + fact.sentence());
    Div line = new Div(new FactLine(fact, hand.zone(), surroundings::openFact), keep);
    line.addClassName("with-deed");
    return line;
  }

  private Div refusedLine(WithheldFact item) {
    Button away = new Button("Put away", click -> decisions.putAway(item));
    away.addThemeVariants(ButtonVariant.TERTIARY);
    away.setAriaLabel("Put away: " + ProposedWords.about(item));
    Div line = new Div(new WithheldLine(item, hand.zone(), surroundings::openFact), away);
    line.addClassName("with-deed");
    return line;
  }

  private List<Component> decided() {
    List<SettledLine> lines = new ArrayList<>();
    for (var status : List.of(WithheldFact.Status.ACCEPTED, WithheldFact.Status.DISMISSED)) {
      memory.withheld(status, Waiting.MOST).stream()
          .filter(item -> item.settled() != null)
          .forEach(item -> lines.add(decisions.line(item)));
    }
    for (var state : List.of(MergeProposal.State.MERGED, MergeProposal.State.DISMISSED)) {
      memory
          .identities()
          .proposals(state, Waiting.MOST)
          .forEach(merge -> lines.add(decisions.line(merge)));
    }
    return lines.stream().sorted(SettledLine.LATEST).<Component>map(line -> line).toList();
  }

  private static List<Component> panel(List<Component> lines) {
    if (lines.isEmpty()) {
      return lines;
    }
    Div panel = new Div();
    panel.addClassNames("panel", "thing-list");
    panel.add(lines);
    return List.of(panel);
  }

  private static List<Component> or(List<Component> lines, String nothing, String words) {
    return lines.isEmpty() ? List.of(new Blank(Glyph.CHECK, nothing, words)) : lines;
  }
}

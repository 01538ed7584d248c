package dev.continuo.designer.memory.decide;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.Paths;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.Moments;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactGroup;
import dev.continuo.ontology.memory.MergeProposal;
import java.util.List;
import java.util.function.BiConsumer;

/** Two that may be one: what is known of each, what speaks for it, in what they differ. */
final class MergeCard extends Div {
  private static final int FACTS = 5;

  private final Hand hand;

  /**
   * @param settle gets true for "one" and the reason
   */
  MergeCard(Hand hand, MergeProposal proposal, BiConsumer<Boolean, String> settle) {
    this.hand = hand;
    addClassNames("panel", "decision");
    String about = proposal.kept().label() + " and " + proposal.other().label();
    Span alike =
        new Span(
            proposal.score() < 1
                ? Math.round(proposal.score() * 100) + " % alike"
                : "Proposed by a person");
    alike.addClassNames("tag", proposal.score() < 1 ? "amber" : "person");
    Span when = Moments.when(proposal.proposedAt(), hand.zone());
    when.addClassNames("soft", "small");
    Div head = new Div(new H3(about), alike, when);
    head.addClassName("decision-head");
    add(
        head,
        Side.both(
            side("This name stays", proposal.kept()),
            side("Read together with it", proposal.other())),
        reasons("What speaks for it", proposal.reasons()),
        reasons("In what they differ", proposal.differences()),
        new Verdict(
            about,
            "They are one",
            why -> settle.accept(true, why),
            "Keep apart",
            why -> settle.accept(false, why)));
  }

  private Side side(String title, MergeProposal.Party party) {
    Anchor name = new Anchor(Paths.entity(party.entityId()), party.label());
    name.addClassName("side-value");
    Div facts = new Div();
    facts.addClassName("side-facts");
    List<FactGroup> known = hand.memory().browse().groups(party.entityId(), AsOf.now(), 2);
    known.stream()
        .flatMap(group -> group.facts().stream())
        .limit(FACTS)
        .forEach(fact -> facts.add(line(fact)));
    int more = known.stream().mapToInt(FactGroup::total).sum() - FACTS;
    if (more > 0) {
      facts.add(Soft.words("and %,d more".formatted(more)));
    }
    return new Side(
        title, name, Soft.words(party.key().substring(party.key().indexOf(':') + 1)), facts);
  }

  private Div line(Fact fact) {
    Div line =
        new Div(
            Soft.words(fact.predicateLabel() + " "),
            new Span(FactWords.value(fact.value(), hand.zone())));
    line.addClassName("side-fact");
    return line;
  }

  private static Div reasons(String title, List<String> reasons) {
    Span name = new Span(title);
    name.addClassName("row-name");
    UnorderedList list = new UnorderedList();
    reasons.forEach(reason -> list.add(new ListItem(reason)));
    Div block = new Div(name, list);
    block.addClassName("reasons");
    block.setVisible(!reasons.isEmpty());
    return block;
  }
}

package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.memory.Paths;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The contracts with a client: each term and clause as a fact with the dot of its source. */
final class TermsPanel extends ClientPanel {
  /** Said by where they stand on the page. */
  private static final Set<String> PLACE = Set.of("vf:provider", "vf:receiver", "vf:clauseOf");

  TermsPanel(Hand hand, Consumer<String> openFact) {
    super(hand, openFact);
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    LongList<Thing> list =
        new LongList<Thing>(
                (words, slice) -> browse().agreements(entity.id(), asOf, words, slice),
                this::contract)
            .searchedWhenLong("Search the contracts")
            .exported(
                "contracts",
                List.of("contract", "terms"),
                contract ->
                    List.of(
                        contract.label(),
                        contract.facts().stream()
                            .map(Fact::sentence)
                            .collect(Collectors.joining("\n"))));
    show("Contract terms", list);
  }

  private Div contract(Thing contract) {
    Anchor title = new Anchor(Paths.entity(contract.id()), contract.label());
    title.addClassName("strong");
    Div terms = new Div();
    terms.addClassName("fact-groups");
    Map<String, List<Fact>> parts =
        contract.facts().stream()
            .filter(fact -> !PLACE.contains(fact.predicate()))
            .collect(
                Collectors.groupingBy(Fact::subjectId, LinkedHashMap::new, Collectors.toList()));
    parts.forEach(
        (id, facts) -> {
          if (!id.equals(contract.id())) {
            terms.add(part(facts));
          }
          facts.forEach(fact -> terms.add(name(fact), value(fact)));
        });
    Div block = new Div(title, terms);
    block.addClassName("contract");
    return block;
  }

  private static Span part(List<Fact> facts) {
    Span part = new Span(facts.getFirst().subjectLabel());
    part.addClassNames("contract-part", "strong");
    return part;
  }

  private static Span name(Fact fact) {
    Span name = new Span(fact.predicateLabel());
    name.addClassName("row-name");
    return name;
  }

  private Div value(Fact fact) {
    return new Div(new ValueLine(fact, hand().zone(), this::openFact));
  }
}

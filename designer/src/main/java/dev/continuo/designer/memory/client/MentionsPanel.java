package dev.continuo.designer.memory.client;

import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Fact;
import java.util.List;
import java.util.function.Consumer;

/** Where others' facts name it. */
final class MentionsPanel extends ClientPanel {
  MentionsPanel(Hand hand, Consumer<String> openFact) {
    super(hand, openFact);
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    LongList<Fact> list =
        new LongList<Fact>(
                (words, slice) -> browse().references(entity.id(), asOf, words, slice),
                fact -> new FactLine(fact, hand().zone(), this::openFact))
            .searchedWhenLong("Search where it is named")
            .exported(
                "named",
                List.of("fact", "since", "quote", "source"),
                fact ->
                    List.of(fact.sentence(), fact.validFrom(), fact.quote(), fact.episodeKey()));
    show("Where it is named", list);
  }
}

package dev.continuo.designer.memory.client;

import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Slice;
import java.util.List;
import java.util.function.Consumer;

/** Where others' facts name it. */
final class MentionsPanel extends ClientPanel {
  MentionsPanel(Hand hand, Consumer<String> openFact) {
    super(hand, openFact);
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    begin("Where it is named");
    setVisible(!browse().references(entity.id(), asOf, Slice.first(1)).isEmpty());
    if (!isVisible()) {
      return;
    }
    LongList<Fact> list =
        new LongList<Fact>(
                (words, slice) -> browse().references(entity.id(), asOf, slice),
                fact -> new FactLine(fact, hand().zone(), this::openFact))
            .exported(
                "named",
                List.of("fact", "since", "quote", "source"),
                fact ->
                    List.of(fact.sentence(), fact.validFrom(), fact.quote(), fact.episodeKey()));
    add(list);
    list.load();
  }
}

package dev.continuo.designer.memory.client;

import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Thing;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Promises both ways: who owes what to whom, until when, and on which sentence it stands. */
final class PromisesPanel extends ClientPanel {
  PromisesPanel(Hand hand, Consumer<String> openFact) {
    super(hand, openFact);
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    Instant then = asOf.valid();
    Instant at = then == null ? Instant.now() : then;
    LongList<Thing> list =
        new LongList<Thing>(
                (words, slice) -> browse().promises(entity.id(), asOf, words, slice),
                promise -> new PromiseLine(promise, at, hand().zone(), this::openFact))
            .searchedWhenLong("Search the promises")
            .exported(
                "promises",
                List.of("promise", "owed by", "owed to", "due", "state"),
                promise ->
                    List.of(
                        PromiseLine.what(promise),
                        PromiseLine.said(promise, "vf:provider"),
                        PromiseLine.said(promise, "vf:receiver"),
                        PromiseLine.said(promise, "vf:due"),
                        PromiseLine.said(promise, "continuo:state")));
    show("Promises, both ways", list);
  }
}

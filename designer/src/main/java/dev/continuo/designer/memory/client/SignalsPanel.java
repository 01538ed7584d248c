package dev.continuo.designer.memory.client;

import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Thing;
import java.time.Instant;
import java.util.function.Consumer;

/** Signals that have not expired: how things sound, never what is so. */
final class SignalsPanel extends ClientPanel {
  SignalsPanel(Hand hand, Consumer<String> openFact) {
    super(hand, openFact);
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    LongList<Thing> list =
        new LongList<Thing>(
            (words, slice) -> browse().signals(entity.id(), asOf, slice), this::line);
    show("Signals", list);
  }

  private ValueLine line(Thing signal) {
    Fact shown = signal.says("sosa:hasSimpleResult").orElseGet(() -> signal.facts().getFirst());
    String kind = PromiseLine.said(signal, "continuo:signalKind");
    String until =
        signal
            .says("continuo:expiresAt")
            .map(Fact::value)
            .map(
                value ->
                    value instanceof FactValue.Moment(Instant end)
                        ? ", until " + FactWords.day(end, hand().zone())
                        : "")
            .orElse("");
    String words = kind.isEmpty() ? shown.value().words() : kind + ": " + shown.value().words();
    return new ValueLine(
        shown, words, FactWords.day(shown.validFrom(), hand().zone()) + until, this::openFact);
  }
}

package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Browsing;
import dev.continuo.ontology.memory.Entity;
import java.util.function.Consumer;

/** One part of a client's page. It hides itself where it has nothing to say. */
abstract class ClientPanel extends Div {
  private final Hand hand;
  private final Consumer<String> openFact;

  ClientPanel(Hand hand, Consumer<String> openFact) {
    this.hand = hand;
    this.openFact = openFact;
    addClassNames("panel", "client-panel");
  }

  /** Shows what belongs to it, from that point of view; throws what memory throws. */
  abstract void show(Entity entity, AsOf asOf);

  /** Empties it and puts its title there. */
  final void begin(String title) {
    removeAll();
    add(new H2(title));
  }

  /** Shows a list under its title; without a line there is nothing to see. */
  final void show(String title, LongList<?> list) {
    begin(title);
    list.load();
    setVisible(!list.isEmpty());
    add(list);
  }

  final Hand hand() {
    return hand;
  }

  final Browsing browse() {
    return hand.memory().browse();
  }

  final void openFact(String factId) {
    openFact.accept(factId);
  }
}

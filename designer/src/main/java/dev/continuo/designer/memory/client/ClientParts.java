package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.graph.Surroundings;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.filing.Filings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a client's page under their tabs. A new part is one more line here. */
final class ClientParts extends Div {
  private final Map<Tab, List<ClientPanel>> parts = new LinkedHashMap<>();
  private final DocumentsPanel documents;
  private final Tabs tabs = new Tabs();
  private @Nullable Entity entity;
  private AsOf asOf = AsOf.now();

  ClientParts(Hand hand, LastLooks looks, Documents kept, Filings filings, Surroundings around) {
    documents = new DocumentsPanel(hand, kept, filings, around::openFact, around::openSource);
    addClassName("entity-facts");
    parts.put(
        new Tab("Known"),
        List.of(
            new ChangesPanel(hand, looks, around::openFact),
            new PromisesPanel(hand, around::openFact),
            new TermsPanel(hand, around::openFact),
            new KnownPanel(hand, around::openFact),
            new SignalsPanel(hand, around::openFact),
            new MentionsPanel(hand, around::openFact)));
    parts.put(
        new Tab("Timeline"), List.of(new SourcesPanel(hand, around::openFact, around::openSource)));
    parts.put(new Tab("Documents"), List.of(documents));
    tabs.add(parts.keySet().toArray(Tab[]::new));
    tabs.addSelectedChangeListener(change -> showSelected());
    add(tabs);
    parts.values().forEach(panels -> panels.forEach(this::add));
  }

  void show(Entity shown, AsOf pointOfView) {
    entity = shown;
    asOf = pointOfView;
    showSelected();
  }

  /** A document was read, which changes nothing of the client. */
  void refreshDocuments() {
    Entity shown = entity;
    if (shown != null && documents.isVisible()) {
      documents.show(shown, asOf);
    }
  }

  private void showSelected() {
    Entity shown = entity;
    if (shown == null) {
      return;
    }
    parts.forEach(
        (tab, panels) ->
            panels.forEach(
                panel -> {
                  panel.setVisible(tab == tabs.getSelectedTab());
                  if (panel.isVisible()) {
                    panel.show(shown, asOf);
                  }
                }));
  }
}

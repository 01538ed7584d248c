package dev.continuo.designer.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.runtime.approval.CardKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Which cards are looked at: a lane with its count, and words that they contain. */
final class CardTabs extends Div {
  private final Map<Lane, Tab> tabs = new EnumMap<>(Lane.class);
  private final Tabs row = new Tabs();
  private final TextField search = new TextField();

  /** Hears of the lane and the words that were chosen. */
  CardTabs(BiConsumer<Lane, String> chosen) {
    addClassName("card-tabs");
    search.setPlaceholder("Search cards");
    search.setAriaLabel("Search cards");
    search.setPrefixComponent(Glyph.SEARCH.icon());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setWidthFull();
    for (Lane lane : Lane.values()) {
      Tab tab = new Tab(lane.words());
      tabs.put(lane, tab);
      row.add(tab);
    }
    search.addValueChangeListener(change -> chosen.accept(lane(), words()));
    row.addSelectedChangeListener(change -> chosen.accept(lane(), words()));
    add(search, row);
  }

  /** Says how many cards ask in each lane. */
  void count(Map<CardKind, Integer> counts) {
    tabs.forEach(
        (lane, tab) -> {
          int asking = lane.kinds().stream().mapToInt(kind -> counts.getOrDefault(kind, 0)).sum();
          tab.setLabel(asking == 0 ? lane.words() : lane.words() + " " + asking);
        });
  }

  /** Chooses a lane by its place, from 1. */
  void choose(int place) {
    row.setSelectedIndex(place - 1);
  }

  void search() {
    search.focus();
  }

  boolean searching() {
    return !words().isEmpty();
  }

  private Lane lane() {
    return Lane.values()[Math.max(0, row.getSelectedIndex())];
  }

  private String words() {
    return search.getValue().strip();
  }
}

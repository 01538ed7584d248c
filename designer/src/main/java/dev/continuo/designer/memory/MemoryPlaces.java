package dev.continuo.designer.memory;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import java.util.EnumMap;
import java.util.Map;

/** The pages of memory, side by side under their head. */
public final class MemoryPlaces extends Nav {
  /** One of them. */
  public enum Place {
    KNOWN("Known", "memory"),
    DECIDE("To decide", "memory/review"),
    QUERY("Query", "memory/query"),
    WORDS("Words", "memory/words"),
    CARRY("Out and in", "memory/carry"),
    ERASED("Erased", "memory/erased");

    private final String words;
    private final String path;

    Place(String words, String path) {
      this.words = words;
      this.path = path;
    }
  }

  private final Map<Place, Span> counts = new EnumMap<>(Place.class);

  public MemoryPlaces(Place here) {
    addClassName("places");
    getElement().setAttribute("aria-label", "Pages of memory");
    for (Place place : Place.values()) {
      Anchor link = new Anchor(place.path, place.words);
      if (place == here) {
        link.getElement().setAttribute("aria-current", "page");
        link.getElement().executeJs("this.scrollIntoView({block: 'nearest', inline: 'center'})");
      }
      Span count = new Span();
      count.addClassName("place-count");
      count.setVisible(false);
      counts.put(place, count);
      link.add(count);
      add(link);
    }
  }

  /** Shows how many wait to be decided. What is shown stays while memory does not answer. */
  public void countWaiting(Memory memory) {
    try {
      count(Place.DECIDE, memory.browse().waiting().asking());
    } catch (MemoryUnavailable | MemoryFailed resting) {
      // the next change brings it
    }
  }

  /** How many wait there; none shows nothing. */
  public void count(Place place, int waiting) {
    Span count = counts.get(place);
    if (count != null) {
      count.setText("%,d".formatted(waiting));
      count.setVisible(waiting > 0);
    }
  }
}

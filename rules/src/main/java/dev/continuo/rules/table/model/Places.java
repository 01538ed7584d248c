package dev.continuo.rules.table.model;

import dev.continuo.rules.table.Place;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds the nearest place that people know for an element of the document. */
final class Places {
  private Places() {}

  static Place of(Element element, DmnModel model) {
    for (Node n = element; n instanceof Element e; n = n.getParentNode()) {
      var place = model.places().get(e.getAttribute("id").strip());
      if (place != null) {
        return place;
      }
    }
    return Place.table(model.name());
  }
}

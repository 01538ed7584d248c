package dev.continuo.rules.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walking a document by local names: DMN's versions differ in their namespace only. */
public final class Elements {
  private Elements() {}

  public static List<Element> children(Element parent, String localName) {
    var found = new ArrayList<Element>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && localName.equals(e.getLocalName())) {
        found.add(e);
      }
    }
    return found;
  }

  public static @Nullable Element child(Element parent, String localName) {
    var found = children(parent, localName);
    return found.isEmpty() ? null : found.getFirst();
  }

  public static List<Element> all(Element root, String localName) {
    var nodes = root.getElementsByTagNameNS("*", localName);
    var found = new ArrayList<Element>(nodes.getLength());
    // A live list: asking it by index is linear from the last index on, so walk it once in order.
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  /** The text of a child element, stripped; empty when there is no such child. */
  public static String text(Element parent, String localName) {
    var child = child(parent, localName);
    return child == null ? "" : child.getTextContent().strip();
  }

  public static String attribute(@Nullable Element element, String name) {
    return element == null ? "" : element.getAttribute(name).strip();
  }

  public static String firstOf(String... candidates) {
    for (var candidate : candidates) {
      if (!candidate.isEmpty()) {
        return candidate;
      }
    }
    return "";
  }
}

package dev.continuo.rules.document;

import static dev.continuo.rules.document.Elements.attribute;
import static dev.continuo.rules.document.Elements.child;
import static dev.continuo.rules.document.Elements.children;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Puts contents into a document. Elements that are there already are changed in place, found by
 * their ids, so that attributes and extensions that nobody here knows stay.
 */
final class ContentWriter {

  private final Document document;
  private final Element root;

  ContentWriter(Document document) {
    this.document = document;
    this.root = document.getDocumentElement();
  }

  /** Writes a whole model into an empty document. */
  void write(ModelContent content) {
    set(root, "id", content.id());
    set(root, "name", content.name());
    set(root, "namespace", content.namespace());
    describe(root, content.description());
    for (var input : content.inputs()) {
      var element = added(root, "inputData");
      set(element, "id", input.id());
      set(element, "name", input.name());
      var variable = added(element, "variable");
      set(variable, "name", input.name());
      set(variable, "typeRef", input.type());
    }
    var inputs = content.inputs().stream().map(InputContent::id).collect(Collectors.toSet());
    for (var decision : content.decisions()) {
      var element = added(root, "decision");
      set(element, "id", decision.id());
      var variable = added(element, "variable");
      set(variable, "name", decision.name());
      for (var needed : decision.requires()) {
        var kind = inputs.contains(needed) ? "requiredInput" : "requiredDecision";
        set(added(added(element, "informationRequirement"), kind), "href", "#" + needed);
      }
      write(element, decision);
    }
  }

  void write(Element element, DecisionContent decision) {
    set(element, "name", decision.name());
    describe(element, decision.description());
    var variable = child(element, "variable");
    if (variable != null) {
      set(variable, "typeRef", decision.type());
    }
    if (decision.table() != null) {
      write(childOf(element, "decisionTable"), decision.table());
    }
  }

  private void write(Element element, TableContent table) {
    set(element, "id", table.id());
    set(element, "hitPolicy", table.hitPolicy());
    set(element, "aggregation", table.aggregation());
    list(element, "input", table.inputs(), ColumnContent::id, this::writeInput);
    list(element, "output", table.outputs(), ColumnContent::id, this::writeOutput);
    list(
        element,
        "annotation",
        table.notes(),
        note -> "",
        (e, name) -> e.setAttribute("name", name));
    list(element, "rule", table.rows(), RowContent::id, this::writeRow);
  }

  private void writeInput(Element input, ColumnContent column) {
    set(input, "id", column.id());
    set(input, "label", column.label());
    if (!(column.expression() + column.expressionId() + column.type()).isEmpty()) {
      var expression = childOf(input, "inputExpression");
      set(expression, "id", column.expressionId());
      set(expression, "typeRef", column.type());
      say(expression, column.expression());
    }
    values(input, "inputValues", column);
  }

  private void writeOutput(Element output, ColumnContent column) {
    set(output, "id", column.id());
    set(output, "label", column.label());
    set(output, "name", column.expression());
    set(output, "typeRef", column.type());
    values(output, "outputValues", column);
    if (!column.fallback().isEmpty()) {
      say(childOf(output, "defaultOutputEntry"), column.fallback());
    } else {
      remove(output, "defaultOutputEntry");
    }
  }

  private void values(Element parent, String kind, ColumnContent column) {
    if (column.values().isEmpty() && column.valuesId().isEmpty()) {
      remove(parent, kind);
      return;
    }
    var values = childOf(parent, kind);
    set(values, "id", column.valuesId());
    say(values, column.values());
  }

  private void writeRow(Element rule, RowContent row) {
    set(rule, "id", row.id());
    describe(rule, row.description());
    list(rule, "inputEntry", row.inputs(), CellContent::id, this::writeCell);
    list(rule, "outputEntry", row.outputs(), CellContent::id, this::writeCell);
    list(rule, "annotationEntry", row.notes(), note -> "", this::say);
  }

  private void writeCell(Element entry, CellContent cell) {
    set(entry, "id", cell.id());
    say(entry, cell.text());
  }

  /** Makes the children of a kind say these contents in this order, at the end of the parent. */
  private <T> void list(
      Element parent,
      String kind,
      List<T> contents,
      Function<T, String> id,
      BiConsumer<Element, T> write) {
    var unnamed = new ArrayList<Element>();
    var named = new HashMap<String, Element>();
    for (var element : children(parent, kind)) {
      var elementId = attribute(element, "id");
      if (elementId.isEmpty() || named.putIfAbsent(elementId, element) != null) {
        unnamed.add(element);
      }
      removeWithSpace(parent, element);
    }
    for (var content : contents) {
      var known = named.remove(id.apply(content));
      if (known == null && id.apply(content).isEmpty() && !unnamed.isEmpty()) {
        known = unnamed.removeFirst();
      }
      var element = known == null ? element(kind) : known;
      parent.appendChild(document.createTextNode("\n"));
      parent.appendChild(element);
      write.accept(element, content);
    }
  }

  private static void removeWithSpace(Element parent, Element element) {
    Node before = element.getPreviousSibling();
    if (before != null && before.getNodeType() == Node.TEXT_NODE) {
      parent.removeChild(before);
    }
    parent.removeChild(element);
  }

  private void describe(Element element, String description) {
    if (description.isEmpty()) {
      remove(element, "description");
      return;
    }
    var known = child(element, "description");
    if (known == null) {
      known = (Element) element.insertBefore(element("description"), element.getFirstChild());
    }
    setText(known, description);
  }

  private void say(Element parent, String words) {
    setText(childOf(parent, "text"), words);
  }

  private static void setText(Element element, String words) {
    if (!element.getTextContent().strip().equals(words)) {
      element.setTextContent(words);
    }
  }

  private Element childOf(Element parent, String kind) {
    var known = child(parent, kind);
    return known == null ? added(parent, kind) : known;
  }

  private Element added(Element parent, String kind) {
    return (Element) parent.appendChild(element(kind));
  }

  private static void remove(Element parent, String kind) {
    children(parent, kind).forEach(parent::removeChild);
  }

  private static void set(Element element, String attribute, String value) {
    if (value.isEmpty()) {
      element.removeAttribute(attribute);
    } else {
      element.setAttribute(attribute, value);
    }
  }

  private Element element(String localName) {
    var prefix = root.getPrefix();
    return document.createElementNS(
        root.getNamespaceURI(), prefix == null ? localName : prefix + ":" + localName);
  }
}

package dev.continuo.rules.table.model;

import static dev.continuo.rules.document.Elements.attribute;
import static dev.continuo.rules.document.Elements.child;
import static dev.continuo.rules.document.Elements.children;
import static dev.continuo.rules.document.Elements.firstOf;
import static dev.continuo.rules.document.Elements.text;

import dev.continuo.rules.document.Elements;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Completes what table editors leave out and the standard asks for: an empty condition means "any"
 * ({@code -}), and a column over a plain name declares that name as an input of the decision.
 */
final class EditorDialect {
  private final Document document;
  private final Element root;
  private final Map<String, String> inputIds = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private boolean changed;

  private EditorDialect(Document document) {
    this.document = document;
    this.root = document.getDocumentElement();
  }

  /** Completes the document in place and says whether anything was added. */
  static boolean complete(Document document) {
    var dialect = new EditorDialect(document);
    dialect.anyForEmptyConditions();
    dialect.inputsForPlainNames();
    return dialect.changed;
  }

  private void anyForEmptyConditions() {
    for (var entry : Elements.all(root, "inputEntry")) {
      if (text(entry, "text").isEmpty()) {
        var text = child(entry, "text");
        if (text == null) {
          text = (Element) entry.appendChild(element("text"));
        }
        text.setTextContent("-");
        changed = true;
      }
    }
  }

  private void inputsForPlainNames() {
    for (var input : children(root, "inputData")) {
      inputIds.put(variableName(input), attribute(input, "id"));
    }
    for (var kind : new String[] {"decision", "businessKnowledgeModel", "decisionService"}) {
      children(root, kind).forEach(node -> known.add(variableName(node)));
    }
    for (var decision : children(root, "decision")) {
      var table = child(decision, "decisionTable");
      if (table != null) {
        children(table, "input").forEach(column -> declare(decision, column));
      }
    }
  }

  private void declare(Element decision, Element column) {
    var expression = child(column, "inputExpression");
    if (expression == null) {
      return;
    }
    var name = text(expression, "text");
    if (!FeelText.isName(name) || known.contains(name)) {
      return;
    }
    var id = inputIds.computeIfAbsent(name, n -> addInput(n, attribute(expression, "typeRef")));
    if (id.isEmpty() || requires(decision, id)) {
      return;
    }
    var requirement = element("informationRequirement");
    var required = element("requiredInput");
    required.setAttribute("href", "#" + id);
    requirement.appendChild(required);
    decision.insertBefore(requirement, child(decision, "decisionTable"));
    changed = true;
  }

  private String addInput(String name, String type) {
    var id = "input_" + name;
    var input = element("inputData");
    input.setAttribute("id", id);
    input.setAttribute("name", name);
    var variable = element("variable");
    variable.setAttribute("name", name);
    if (!type.isEmpty()) {
      variable.setAttribute("typeRef", type);
    }
    input.appendChild(variable);
    root.insertBefore(input, root.getFirstChild());
    changed = true;
    return id;
  }

  private static boolean requires(Element decision, String inputId) {
    return children(decision, "informationRequirement").stream()
        .map(requirement -> child(requirement, "requiredInput"))
        .anyMatch(input -> attribute(input, "href").equals("#" + inputId));
  }

  private static String variableName(Element node) {
    return firstOf(attribute(child(node, "variable"), "name"), attribute(node, "name"));
  }

  private Element element(String localName) {
    var prefix = root.getPrefix();
    return document.createElementNS(
        root.getNamespaceURI(), prefix == null ? localName : prefix + ":" + localName);
  }
}

package dev.continuo.rules.document;

import static dev.continuo.rules.document.Elements.attribute;
import static dev.continuo.rules.document.Elements.child;
import static dev.continuo.rules.document.Elements.children;
import static dev.continuo.rules.document.Elements.firstOf;
import static dev.continuo.rules.document.Elements.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Takes a document apart, without adding or judging anything. */
final class ContentReader {
  private ContentReader() {}

  static ModelContent read(Element root) {
    return new ModelContent(
        attribute(root, "id"),
        attribute(root, "name"),
        attribute(root, "namespace"),
        text(root, "description"),
        children(root, "inputData").stream().map(ContentReader::input).toList(),
        children(root, "decision").stream().map(ContentReader::decision).toList());
  }

  private static InputContent input(Element input) {
    var variable = child(input, "variable");
    return new InputContent(
        attribute(input, "id"),
        firstOf(attribute(variable, "name"), attribute(input, "name")),
        attribute(variable, "typeRef"));
  }

  private static DecisionContent decision(Element decision) {
    var requires = new ArrayList<String>();
    for (var requirement : children(decision, "informationRequirement")) {
      for (var kind : List.of("requiredInput", "requiredDecision")) {
        var href = attribute(child(requirement, kind), "href");
        if (!href.isEmpty()) {
          requires.add(href.substring(href.lastIndexOf('#') + 1));
        }
      }
    }
    var table = child(decision, "decisionTable");
    return new DecisionContent(
        attribute(decision, "id"),
        attribute(decision, "name"),
        text(decision, "description"),
        attribute(child(decision, "variable"), "typeRef"),
        requires,
        table == null ? expression(decision) : "",
        table == null ? null : table(table));
  }

  private static String expression(Element decision) {
    var logic = new ArrayList<String>();
    for (var text : Elements.all(decision, "text")) {
      logic.add(text.getTextContent().strip());
    }
    return String.join("\n", logic);
  }

  private static TableContent table(Element table) {
    return new TableContent(
        attribute(table, "id"),
        attribute(table, "hitPolicy"),
        attribute(table, "aggregation"),
        children(table, "input").stream().map(ContentReader::inputColumn).toList(),
        children(table, "output").stream().map(ContentReader::outputColumn).toList(),
        children(table, "annotation").stream().map(note -> attribute(note, "name")).toList(),
        children(table, "rule").stream().map(ContentReader::row).toList());
  }

  private static ColumnContent inputColumn(Element input) {
    var expression = child(input, "inputExpression");
    var values = child(input, "inputValues");
    return new ColumnContent(
        attribute(input, "id"),
        attribute(input, "label"),
        textOf(expression),
        attribute(expression, "id"),
        attribute(expression, "typeRef"),
        textOf(values),
        attribute(values, "id"),
        "");
  }

  private static ColumnContent outputColumn(Element output) {
    var values = child(output, "outputValues");
    return new ColumnContent(
        attribute(output, "id"),
        attribute(output, "label"),
        attribute(output, "name"),
        "",
        attribute(output, "typeRef"),
        textOf(values),
        attribute(values, "id"),
        textOf(child(output, "defaultOutputEntry")));
  }

  private static RowContent row(Element rule) {
    return new RowContent(
        attribute(rule, "id"),
        text(rule, "description"),
        cells(rule, "inputEntry"),
        cells(rule, "outputEntry"),
        children(rule, "annotationEntry").stream().map(ContentReader::textOf).toList());
  }

  private static List<CellContent> cells(Element rule, String kind) {
    return children(rule, kind).stream()
        .map(cell -> new CellContent(attribute(cell, "id"), textOf(cell)))
        .toList();
  }

  static String textOf(@Nullable Element element) {
    return element == null ? "" : text(element, "text");
  }
}

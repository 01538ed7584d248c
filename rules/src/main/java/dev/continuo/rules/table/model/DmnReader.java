package dev.continuo.rules.table.model;

import static dev.continuo.rules.document.Elements.attribute;
import static dev.continuo.rules.document.Elements.child;
import static dev.continuo.rules.document.Elements.children;
import static dev.continuo.rules.document.Elements.firstOf;
import static dev.continuo.rules.document.Elements.text;

import dev.continuo.rules.document.Elements;
import dev.continuo.rules.document.SafeXml;
import dev.continuo.rules.document.UnreadableModel;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.model.DmnModel.Cell;
import dev.continuo.rules.table.model.DmnModel.Column;
import dev.continuo.rules.table.model.DmnModel.Decision;
import dev.continuo.rules.table.model.DmnModel.DecisionTable;
import dev.continuo.rules.table.model.DmnModel.InputData;
import dev.continuo.rules.table.model.DmnModel.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the text of a DMN model, and checks what can be known without compiling it. */
public final class DmnReader {
  static final String TOO_LARGE = "expression-too-large";
  static final String FOREIGN_CODE = "foreign-code-refused";

  private final Map<String, Place> places = new HashMap<>();
  private final Element root;

  private DmnReader(Element root) {
    this.root = root;
  }

  /** What came of reading. */
  public sealed interface Reading {}

  /**
   * The text could be read.
   *
   * @param xml the text to compile: the editor's, with what editors leave out filled in
   * @param bounded whether every expression is proven to finish
   * @param findings what was noticed; errors among them mean that it must not be used
   */
  public record Readable(DmnModel model, String xml, boolean bounded, List<Finding> findings)
      implements Reading {
    public Readable {
      findings = List.copyOf(findings);
    }

    /** Whether the model must be kept from every engine, even to look for more mistakes. */
    public boolean mustNotBeCompiled() {
      return findings.stream()
          .anyMatch(f -> f.code().equals(FOREIGN_CODE) || f.code().equals(TOO_LARGE));
    }
  }

  /** The text is no DMN model that may be read. */
  public record Unreadable(Finding finding) implements Reading {}

  /** Reads a model; never throws for what the text contains. */
  public static Reading read(String xml) {
    try {
      var document = SafeXml.parse(xml);
      var root = document.getDocumentElement();
      if (!"definitions".equals(root.getLocalName())
          || !String.valueOf(root.getNamespaceURI()).contains("/DMN/")) {
        return new Unreadable(
            Finding.error(
                "not-dmn",
                Place.table("The model"),
                "The file is XML, but not a DMN model.",
                "Its first element is <%s>.".formatted(root.getNodeName()),
                "Choose a .dmn file, as decision editors save it."));
      }
      var changed = EditorDialect.complete(document);
      var model = new DmnReader(root).model();
      var findings = new ArrayList<Finding>();
      findings.addAll(ForeignCode.findings(root, model));
      findings.addAll(StructureChecks.findings(model));
      var bounds = BoundChecks.findings(root, model);
      findings.addAll(bounds);
      return new Readable(
          model, changed ? SafeXml.write(document) : xml, bounds.isEmpty(), findings);
    } catch (UnreadableModel e) {
      return new Unreadable(
          Finding.error(e.code(), Place.table("The model"), e.what(), e.why(), e.fix()));
    }
  }

  /** The same model with some of its cells emptied: conditions to "any", answers to null. */
  public static String withoutCells(String xml, Set<String> cellIds) {
    var document = SafeXml.parse(xml);
    for (var kind : List.of("inputEntry", "outputEntry")) {
      for (var cell : Elements.all(document.getDocumentElement(), kind)) {
        var text = child(cell, "text");
        if (text != null && cellIds.contains(attribute(cell, "id"))) {
          text.setTextContent(kind.equals("inputEntry") ? "-" : "null");
        }
      }
    }
    return SafeXml.write(document);
  }

  private DmnModel model() {
    var name = firstOf(attribute(root, "name"), "Decision model");
    var decisions = children(root, "decision").stream().map(this::decision).toList();
    var inputs = children(root, "inputData").stream().map(this::inputData).toList();
    var types = new HashMap<String, String>();
    for (var item : children(root, "itemDefinition")) {
      if (!"true".equals(attribute(item, "isCollection")) && child(item, "typeRef") != null) {
        types.put(attribute(item, "name"), FeelTypes.canonical(text(item, "typeRef")));
      }
    }
    return new DmnModel(name, inputs, decisions, types, places);
  }

  private InputData inputData(Element input) {
    var variable = child(input, "variable");
    var name = firstOf(attribute(variable, "name"), attribute(input, "name"));
    remember(input, new Place(name, null, null, attribute(input, "id")));
    return new InputData(attribute(input, "id"), name, attribute(variable, "typeRef"));
  }

  private Decision decision(Element decision) {
    var variable = child(decision, "variable");
    var name = attribute(decision, "name");
    var here = new Place(name, null, null, attribute(decision, "id"));
    remember(decision, here);
    var expression = child(decision, "literalExpression");
    if (expression != null) {
      remember(expression, here);
    }
    var requires = new ArrayList<String>();
    for (var requirement : children(decision, "informationRequirement")) {
      var href = attribute(child(requirement, "requiredDecision"), "href");
      if (!href.isEmpty()) {
        requires.add(href.substring(href.lastIndexOf('#') + 1));
      }
    }
    var table = child(decision, "decisionTable");
    return new Decision(
        firstOf(attribute(decision, "id"), name),
        name,
        firstOf(attribute(variable, "name"), name),
        attribute(variable, "typeRef"),
        requires,
        table == null ? null : table(name, table));
  }

  private DecisionTable table(String decision, Element table) {
    remember(table, new Place(decision, null, null, attribute(table, "id")));
    var inputs = new ArrayList<Column>();
    for (var input : children(table, "input")) {
      inputs.add(inputColumn(decision, input, inputs.size() + 1));
    }
    var outputs = new ArrayList<Column>();
    for (var output : children(table, "output")) {
      outputs.add(outputColumn(decision, output, outputs.size() + 1));
    }
    var rows = new ArrayList<Row>();
    for (var rule : children(table, "rule")) {
      rows.add(row(decision, rule, rows.size() + 1, inputs, outputs));
    }
    var policy = firstOf(attribute(table, "hitPolicy"), "UNIQUE").toUpperCase(Locale.ROOT);
    return new DecisionTable(policy, inputs, outputs, rows);
  }

  private Column inputColumn(String decision, Element input, int number) {
    var expression = child(input, "inputExpression");
    var feel = expression == null ? "" : text(expression, "text");
    var label = firstOf(attribute(input, "label"), feel, "input " + number);
    remember(input, new Place(decision, null, label, attribute(input, "id")));
    remember(expression, new Place(decision, null, label, attribute(input, "id")));
    return new Column(
        attribute(input, "id"),
        label,
        feel,
        FeelTypes.canonical(attribute(expression, "typeRef")),
        values(child(input, "inputValues")));
  }

  private Column outputColumn(String decision, Element output, int number) {
    var name = attribute(output, "name");
    var label = firstOf(attribute(output, "label"), name, "output " + number);
    remember(output, new Place(decision, null, label, attribute(output, "id")));
    return new Column(
        attribute(output, "id"),
        label,
        name,
        FeelTypes.canonical(attribute(output, "typeRef")),
        values(child(output, "outputValues")));
  }

  private Row row(
      String decision, Element rule, int number, List<Column> inputs, List<Column> outputs) {
    var id = attribute(rule, "id");
    remember(rule, new Place(decision, number, null, id));
    var tests = cells(decision, rule, "inputEntry", number, inputs);
    var answers = cells(decision, rule, "outputEntry", number, outputs);
    var words = text(rule, "description");
    if (words.isEmpty()) {
      var note = child(rule, "annotationEntry");
      words = note == null ? "" : text(note, "text");
    }
    return new Row(
        number,
        id,
        words.isEmpty() ? RowWords.of(inputs, tests) : words.replaceAll("\\s+", " "),
        tests,
        answers);
  }

  private List<Cell> cells(
      String decision, Element rule, String kind, int number, List<Column> columns) {
    var cells = new ArrayList<Cell>();
    for (var entry : children(rule, kind)) {
      var column = cells.size() < columns.size() ? columns.get(cells.size()).label() : null;
      var id = attribute(entry, "id");
      remember(entry, new Place(decision, number, column, id));
      cells.add(new Cell(id, text(entry, "text")));
    }
    return cells;
  }

  private static List<String> values(@Nullable Element values) {
    return values == null ? List.of() : FeelText.list(text(values, "text"));
  }

  private void remember(@Nullable Element element, Place place) {
    var id = attribute(element, "id");
    if (!id.isEmpty()) {
      places.putIfAbsent(id, place);
    }
  }
}

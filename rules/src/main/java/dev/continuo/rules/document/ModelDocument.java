package dev.continuo.rules.document;

import static dev.continuo.rules.document.Elements.attribute;
import static dev.continuo.rules.document.Elements.child;
import static dev.continuo.rules.document.Elements.children;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The text of one DMN model. Taking it apart and putting it together keeps what is not looked at
 * here: diagrams, extensions, logic in other shapes than tables. Immutable: a change gives a new
 * document.
 */
public final class ModelDocument {
  private static final String NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private final String xml;
  private final ModelContent content;

  private ModelDocument(String xml, Document document) {
    this.xml = xml;
    this.content = ContentReader.read(document.getDocumentElement());
  }

  /**
   * Takes a text apart.
   *
   * @throws UnreadableModel when it is no DMN model
   */
  public static ModelDocument open(String xml) {
    return new ModelDocument(xml, parsed(xml));
  }

  /** Writes a model that had no text so far. */
  public static ModelDocument create(ModelContent content) {
    var definitions =
        SafeXml.parse("<definitions xmlns=\"" + NAMESPACE + "\" exporter=\"Continuo\"/>");
    new ContentWriter(definitions).write(content);
    return open(SafeXml.write(definitions));
  }

  public String xml() {
    return xml;
  }

  public ModelContent content() {
    return content;
  }

  /** The decision with this id or, where no id fits, this name. */
  public Optional<DecisionContent> decision(String idOrName) {
    var decisions = content.decisions();
    return decisions.stream()
        .filter(each -> each.id().equals(idOrName))
        .findFirst()
        .or(() -> decisions.stream().filter(each -> each.name().equals(idOrName)).findFirst());
  }

  /** The same model with the decision of this id saying something else. */
  public ModelDocument with(DecisionContent decision) {
    var document = parsed(xml);
    var element =
        children(document.getDocumentElement(), "decision").stream()
            .filter(each -> attribute(each, "id").equals(decision.id()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("The model has no decision " + decision.id()));
    new ContentWriter(document).write(element, decision);
    return open(SafeXml.write(document));
  }

  /**
   * The same model with a decision called something else. Expressions of other decisions that use
   * its name are left as they are.
   */
  public ModelDocument renamed(String decisionId, String name) {
    var document = parsed(xml);
    for (var decision : children(document.getDocumentElement(), "decision")) {
      if (attribute(decision, "id").equals(decisionId)) {
        var variable = child(decision, "variable");
        if (variable != null) {
          variable.setAttribute("name", name);
        }
        decision.setAttribute("name", name);
      }
    }
    return open(SafeXml.write(document));
  }

  /**
   * The same model with one row more at the end of a table, its answers still empty.
   *
   * @param conditions FEEL text of the conditions in column order; missing ones mean "any"
   */
  public ModelDocument withRow(String decisionId, List<String> conditions) {
    var decision = decision(decisionId).orElseThrow();
    var table = Optional.ofNullable(decision.table()).orElseThrow();
    var inputs = new ArrayList<CellContent>();
    for (int i = 0; i < table.inputs().size(); i++) {
      inputs.add(new CellContent(fresh("cell"), i < conditions.size() ? conditions.get(i) : "-"));
    }
    var outputs =
        table.outputs().stream().map(column -> new CellContent(fresh("cell"), "")).toList();
    var notes = table.notes().stream().map(note -> "").toList();
    var rows = new ArrayList<>(table.rows());
    rows.add(new RowContent(fresh("row"), "", inputs, outputs, notes));
    return with(decision.withTable(table.withRows(rows)));
  }

  /** An id that no element has yet. */
  public static String fresh(String kind) {
    return kind + "_" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
  }

  private static Document parsed(String xml) {
    var document = SafeXml.parse(xml);
    Element root = document.getDocumentElement();
    if (!"definitions".equals(root.getLocalName())
        || !String.valueOf(root.getNamespaceURI()).contains("/DMN/")) {
      throw new UnreadableModel(
          "not-dmn",
          "The file is XML, but not a DMN model.",
          "Its first element is <%s>.".formatted(root.getNodeName()),
          "Choose a .dmn file, as decision editors save it.");
    }
    return document;
  }
}

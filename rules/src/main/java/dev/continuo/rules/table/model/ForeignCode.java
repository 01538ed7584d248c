package dev.continuo.rules.table.model;

import static dev.continuo.rules.document.Elements.attribute;
import static dev.continuo.rules.document.Elements.firstOf;

import dev.continuo.rules.document.Elements;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Refuses everything in a model that would run code other than FEEL. */
final class ForeignCode {
  private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b");

  private ForeignCode() {}

  static List<Finding> findings(Element root, DmnModel model) {
    var findings = new ArrayList<Finding>();
    for (var function : functions(root)) {
      var kind = kind(function);
      if (!kind.isEmpty() && !kind.equals("FEEL") && !kind.equals("F")) {
        findings.add(refusal(Places.of(function, model), "a function of kind " + kind));
      }
    }
    for (var text : Elements.all(root, "text")) {
      var feel = text.getTextContent();
      if (feel.contains("external") && EXTERNAL.matcher(FeelText.code(feel)).find()) {
        findings.add(refusal(Places.of(text, model), "a function written as \"external\""));
      }
    }
    for (var imported : Elements.all(root, "import")) {
      var type = attribute(imported, "importType");
      if (!type.contains("/DMN/")) {
        findings.add(
            refusal(Places.of(imported, model), "an import of " + firstOf(type, "unknown type")));
      }
    }
    languages(root, model, findings);
    return findings;
  }

  private static void languages(Element root, DmnModel model, List<Finding> findings) {
    var nodes = root.getOwnerDocument().getElementsByTagNameNS("*", "*");
    for (int i = 0; i < nodes.getLength(); i++) {
      var element = (Element) nodes.item(i);
      var language = attribute(element, "expressionLanguage");
      if (!language.isEmpty() && !language.toUpperCase(Locale.ROOT).contains("FEEL")) {
        findings.add(refusal(Places.of(element, model), "an expression in " + language));
      }
    }
  }

  private static List<Element> functions(Element root) {
    var functions = new ArrayList<>(Elements.all(root, "functionDefinition"));
    functions.addAll(Elements.all(root, "encapsulatedLogic"));
    return functions;
  }

  private static String kind(Element function) {
    var attributes = function.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      if ("kind".equals(attributes.item(i).getLocalName())) {
        return attributes.item(i).getNodeValue().strip();
      }
    }
    return "";
  }

  private static Finding refusal(Place where, String thing) {
    return Finding.error(
        DmnReader.FOREIGN_CODE,
        where,
        "The model contains " + thing + ".",
        "Tables may say what is true, but may not run Java, PMML or scripts.",
        "Say it in FEEL, or compute the value in a step before the decision and hand it in.");
  }
}

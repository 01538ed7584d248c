package dev.continuo.rules.tck;

import static dev.continuo.rules.document.Elements.attribute;
import static dev.continuo.rules.document.Elements.child;
import static dev.continuo.rules.document.Elements.children;
import static dev.continuo.rules.document.Elements.text;

import dev.continuo.rules.document.SafeXml;
import dev.continuo.rules.tck.TckCase.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.feel.FEEL;
import org.w3c.dom.Element;

/** Reads the test files of the DMN TCK. */
final class TckReader {
  private final FEEL feel = FEEL.newInstance(TckReader.class.getClassLoader(), List.of());

  List<TckCase> read(Path folder) throws IOException {
    var cases = new ArrayList<TckCase>();
    try (var files = Files.walk(folder)) {
      for (var file :
          files
              .filter(f -> f.toString().matches(".*compliance-level-[23].*-test-.*\\.xml"))
              .sorted()
              .toList()) {
        var root = SafeXml.parse(Files.readString(file)).getDocumentElement();
        var model = file.resolveSibling(text(root, "modelName"));
        if (Files.exists(model)) {
          for (var test : children(root, "testCase")) {
            cases.add(testCase(file, model, test));
          }
        }
      }
    }
    return cases;
  }

  private TckCase testCase(Path file, Path model, Element test) {
    var inputs = new LinkedHashMap<String, Object>();
    for (var input : children(test, "inputNode")) {
      inputs.put(attribute(input, "name"), value(input));
    }
    var expected = new ArrayList<Expected>();
    for (var result : children(test, "resultNode")) {
      var value = child(result, "expected");
      boolean error = attribute(result, "errorResult").equals("true");
      expected.add(
          new Expected(attribute(result, "name"), error || value == null ? null : value(value)));
    }
    var service =
        attribute(test, "type").equals("decisionService") ? attribute(test, "invocableName") : "";
    return new TckCase(
        file.getFileName() + "#" + attribute(test, "id"), model, service, inputs, expected);
  }

  private Object value(Element holder) {
    var components = children(holder, "component");
    if (!components.isEmpty()) {
      Map<String, Object> context = new LinkedHashMap<>();
      components.forEach(c -> context.put(attribute(c, "name"), value(c)));
      return context;
    }
    var list = child(holder, "list");
    if (list != null) {
      if (attribute(list, "xsi:nil").equals("true")) {
        return null;
      }
      var items = new ArrayList<Object>();
      children(list, "item").forEach(item -> items.add(value(item)));
      return items;
    }
    var value = child(holder, "value");
    if (value == null || attribute(value, "xsi:nil").equals("true")) {
      return null;
    }
    var text = value.getTextContent();
    var type = attribute(value, "xsi:type").replaceFirst("^.*:", "");
    return switch (type) {
      case "decimal", "double", "integer", "float" -> feel.evaluate("number(\"" + text + "\")");
      case "boolean" -> Boolean.parseBoolean(text.strip());
      case "date" -> feel.evaluate("date(\"" + text + "\")");
      case "time" -> feel.evaluate("time(\"" + text + "\")");
      case "dateTime" -> feel.evaluate("date and time(\"" + text + "\")");
      case "duration" -> feel.evaluate("duration(\"" + text + "\")");
      default -> text;
    };
  }
}

package dev.continuo.rules.tck;

import dev.continuo.rules.table.Compilation;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our way to an answer. */
final class ThroughContinuo {
  private final Tables tables = Tables.open();
  private final EditorRoundTrip editor;
  private final Map<Path, Compilation> compiled = new HashMap<>();

  ThroughContinuo(EditorRoundTrip editor) {
    this.editor = editor;
  }

  /** Empty when it passes, otherwise why not. */
  String fails(TckCase test) {
    var compilation = compiled.computeIfAbsent(test.model(), this::compile);
    var table =
        switch (compilation) {
          case Compiled ready -> ready.table();
          case Refused refused -> refused.partial().orElse(null);
        };
    if (table == null) {
      return "refused: " + compilation.findings().getFirst().sentence();
    }
    var inputs = new LinkedHashMap<String, Object>(test.inputs());
    // A value that a test does not give is none, which our way wants to be told.
    table.inputs().forEach(input -> inputs.putIfAbsent(input.name(), null));
    for (var expected : test.expected()) {
      var node = test.service().isEmpty() ? expected.node() : test.service();
      var answer = table.evaluate(node, inputs);
      var value = answer.answered() ? answer.value() : null;
      if (!test.service().isEmpty() && test.expected().size() > 1 && value instanceof Map<?, ?> m) {
        value = m.get(expected.node());
      }
      if (!Same.test(expected.value(), value)) {
        return "%s is %s, expected %s %s"
            .formatted(expected.node(), value, expected.value(), answer.problems());
      }
    }
    return "";
  }

  private Compilation compile(Path model) {
    try (var siblings = Files.list(model.getParent())) {
      List<String> others =
          siblings
              .filter(f -> f.toString().endsWith(".dmn") && !f.equals(model))
              .sorted()
              .map(editor::text)
              .toList();
      return tables.compile(editor.text(model), others);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

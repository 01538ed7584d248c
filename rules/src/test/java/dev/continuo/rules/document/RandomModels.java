package dev.continuo.rules.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Models with everything in them that a text may contain, the same for the same seed. */
public final class RandomModels {
  private static final List<String> POLICIES =
      List.of("", "UNIQUE", "FIRST", "ANY", "PRIORITY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");
  private static final List<String> TEXTS =
      List.of(
          "-",
          "",
          "\"gold\"",
          "< 400",
          "[1..5]",
          "not(\"a\")",
          "=1+1",
          "+1",
          "@x",
          "'quoted'",
          "'=x",
          "-5",
          "a,b;c\td",
          "two\nlines",
          "\"he said \"\"so\"\"\"",
          "_x0041_",
          "<b>&amp;</b>",
          "Grüße 日本 😀",
          "=HYPERLINK(\"http://x\")",
          "1-2",
          "3/4",
          "0.10",
          "1E5",
          "date(\"2026-01-31\")",
          "true",
          "null",
          "#REF!");

  private final Random random;
  private int ids;

  private RandomModels(long seed) {
    this.random = new Random(seed);
  }

  public static ModelContent model(long seed, int decisions) {
    return new RandomModels(seed).model(decisions);
  }

  private ModelContent model(int count) {
    var inputs = new ArrayList<InputContent>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      inputs.add(new InputContent(id("in"), "input" + i, random.nextBoolean() ? "string" : ""));
    }
    var decisions = new ArrayList<DecisionContent>();
    for (int i = 0; i < count; i++) {
      var needs = new ArrayList<>(inputs.stream().map(InputContent::id).toList());
      decisions.forEach(d -> needs.add(d.id()));
      decisions.add(
          new DecisionContent(
              id("decision"),
              "Decision " + i,
              text(),
              random.nextBoolean() ? "string" : "",
              needs,
              "",
              table()));
    }
    return new ModelContent(id("model"), "Model, with: words", "urn:test", "", inputs, decisions);
  }

  private TableContent table() {
    var inputs = new ArrayList<ColumnContent>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      inputs.add(column(true));
    }
    var outputs = new ArrayList<ColumnContent>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      outputs.add(column(false));
    }
    var notes = new ArrayList<String>();
    for (int i = 0; i < random.nextInt(3); i++) {
      notes.add("Note " + i);
    }
    var rows = new ArrayList<RowContent>();
    for (int i = 0; i < random.nextInt(15); i++) {
      rows.add(
          new RowContent(
              maybe("row"),
              text(),
              inputs.stream().map(column -> new CellContent(maybe("cell"), text())).toList(),
              outputs.stream().map(column -> new CellContent(maybe("cell"), text())).toList(),
              notes.stream().map(note -> text()).toList()));
    }
    var policy = POLICIES.get(random.nextInt(POLICIES.size()));
    var aggregation = policy.equals("COLLECT") && random.nextBoolean() ? "SUM" : "";
    return new TableContent(maybe("table"), policy, aggregation, inputs, outputs, notes, rows);
  }

  private ColumnContent column(boolean input) {
    var values = random.nextBoolean() ? "\"a\",\"b\"" : "";
    return new ColumnContent(
        maybe("column"),
        random.nextBoolean() ? ("Label, " + text().replace("\n", " ")).strip() : "",
        input ? "x + 1" : "name" + ids,
        input ? maybe("expression") : "",
        random.nextBoolean() ? "number" : "",
        values,
        values.isEmpty() ? "" : maybe("values"),
        input || random.nextBoolean() ? "" : "\"default\"");
  }

  private String text() {
    var text = TEXTS.get(random.nextInt(TEXTS.size()));
    return random.nextInt(5) == 0 ? (text + " " + random.nextInt(1000)).strip() : text;
  }

  private String maybe(String kind) {
    return random.nextInt(4) == 0 ? "" : id(kind);
  }

  private String id(String kind) {
    return kind + "-" + ++ids;
  }
}

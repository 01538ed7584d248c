package dev.continuo.rules.trial;

import dev.continuo.rules.sheet.Csv;
import dev.continuo.rules.sheet.UnreadableSheet;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.TableInput;
import dev.continuo.rules.table.TableOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tests as comma-separated text: one line each, the first line names the columns. */
final class TestFile {
  private static final String EXPECT = "expect ";
  private static final String PLACE = "The file";

  private final CompiledTable table;
  private final List<Finding> findings = new ArrayList<>();

  TestFile(CompiledTable table) {
    this.table = table;
  }

  private sealed interface Column {}

  private record Name() implements Column {}

  private record Given(TableInput input) implements Column {}

  private record Expect(TableOutput output) implements Column {}

  private record Unknown() implements Column {}

  TestImport read(String csv) {
    List<List<String>> lines;
    try {
      lines = Csv.read(csv);
    } catch (UnreadableSheet e) {
      return new TestImport(
          List.of(),
          List.of(Finding.error(e.code(), Place.table(PLACE), e.what(), e.why(), e.fix())));
    }
    if (lines.isEmpty()) {
      return new TestImport(List.of(), List.of());
    }
    var columns = lines.getFirst().stream().map(this::column).toList();
    var tests = new ArrayList<TableTest>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
        tests.add(test(columns, lines.get(i), i + 1));
      }
    }
    return new TestImport(tests, findings);
  }

  String write(List<TableTest> tests) {
    var lines = new ArrayList<List<String>>();
    var header = new ArrayList<String>();
    header.add("name");
    table.inputs().forEach(input -> header.add(input.name()));
    table.outputs().forEach(output -> header.add(EXPECT + output.name()));
    lines.add(header);
    for (var test : tests) {
      var line = new ArrayList<String>();
      line.add(test.name());
      table.inputs().forEach(input -> line.add(shown(test.given().get(input.name()))));
      for (var output : table.outputs()) {
        line.add(
            test.expect().containsKey(output.name())
                ? shown(test.expect().get(output.name()))
                : "");
      }
      lines.add(line);
    }
    return Csv.write(lines);
  }

  private Column column(String title) {
    var name = title.strip();
    if (name.equalsIgnoreCase("name")) {
      return new Name();
    }
    if (name.toLowerCase(Locale.ROOT).startsWith(EXPECT)) {
      var wanted = name.substring(EXPECT.length()).strip();
      for (var output : table.outputs()) {
        if (output.name().equals(wanted) || output.label().equalsIgnoreCase(wanted)) {
          return new Expect(output);
        }
      }
    } else {
      for (var input : table.inputs()) {
        if (input.name().equals(name) || input.label().equalsIgnoreCase(name)) {
          return new Given(input);
        }
      }
    }
    findings.add(
        Finding.warning(
            "test-column-unknown",
            new Place(PLACE, null, name, null),
            "The column \"%s\" was left out.".formatted(name),
            "Inputs are %s; answers are %s."
                .formatted(
                    String.join(", ", table.inputs().stream().map(TableInput::name).toList()),
                    String.join(
                        ", ", table.outputs().stream().map(o -> EXPECT + o.name()).toList())),
            "Give the column one of these names."));
    return new Unknown();
  }

  private TableTest test(List<Column> columns, List<String> cells, int line) {
    var name = "Line " + line;
    var given = new LinkedHashMap<String, @Nullable Object>();
    var expect = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      var cell = cells.get(i).strip();
      switch (columns.get(i)) {
        case Name ignored -> name = cell.isEmpty() ? name : cell;
        case Given column ->
            given.put(
                column.input().name(),
                cell.isEmpty() ? null : value(cell, column.input().type(), line, title(column)));
        case Expect column when !cell.isEmpty() ->
            expect.put(
                column.output().name(), value(cell, column.output().type(), line, title(column)));
        case Expect ignored -> {}
        case Unknown ignored -> {}
      }
    }
    return new TableTest(name, "", given, expect);
  }

  private static String title(Column column) {
    return switch (column) {
      case Given given -> given.input().label();
      case Expect expect -> expect.output().label();
      case Name name -> "name";
      case Unknown unknown -> "";
    };
  }

  private @Nullable Object value(String cell, String type, int line, String column) {
    if (cell.equals("null")) {
      return null;
    }
    var text =
        cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
            ? cell.substring(1, cell.length() - 1)
            : cell;
    return switch (type) {
      case "number" -> number(cell, line, column);
      case "boolean" -> truth(cell, line, column);
      case "Any" -> guessed(cell, text);
      default -> text;
    };
  }

  private @Nullable Object number(String cell, int line, String column) {
    try {
      return new BigDecimal(cell);
    } catch (NumberFormatException e) {
      return wrong(cell, "number", line, column);
    }
  }

  private Object truth(String cell, int line, String column) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> wrong(cell, "boolean", line, column);
    };
  }

  private Object wrong(String cell, String type, int line, String column) {
    findings.add(
        Finding.warning(
            "test-value-type",
            new Place(PLACE, line, column, null),
            "\"%s\" is no %s.".formatted(cell, type),
            "The column holds values of type %s.".formatted(type),
            "Correct the cell; the test will be red like this."));
    return cell;
  }

  private static Object guessed(String cell, String text) {
    if (cell.equals("true") || cell.equals("false")) {
      return cell.equals("true");
    }
    try {
      return new BigDecimal(cell);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}

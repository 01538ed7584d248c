package dev.continuo.designer.bench;

import dev.continuo.rules.document.CellContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.RowContent;
import dev.continuo.rules.document.TableContent;
import dev.continuo.rules.table.Analysis;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Spoils complete tables without overlaps, one mistake at a time, and counts how many of the
 * mistakes the analysis finds. A mistake counts only when answers change, which is found out by
 * asking both tables and not by the analysis.
 */
final class Mutations {
  private static final Set<String> POLICIES = Set.of("UNIQUE", "ANY", "FIRST");
  private static final Set<String> CODES = Set.of("gap", "overlap", "row-hidden", "order-matters");

  /** Where gaps cannot be looked for, nobody can say that the table is complete. */
  private static final Set<String> UNSURE = Set.of("not-analysed", "values-unknown");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");
  private static final int SAMPLES = 600;

  private final Tables tables = Tables.open();
  private final Random random = new Random(7);
  private int valid;
  private int found;
  private int same;
  private final List<String> missed = new ArrayList<>();

  int valid() {
    return valid;
  }

  int found() {
    return found;
  }

  /** Mistakes that changed no answer and are not counted. */
  int same() {
    return same;
  }

  List<String> missed() {
    return missed;
  }

  /** Whether a table is one that can be spoilt: sound, and of a kind that the analysis minds. */
  boolean suits(String xml) {
    return tables.compile(xml) instanceof Compiled compiled
        && compiled.table().decisions().size() == 1
        && POLICIES.contains(compiled.table().mainDecision().hitPolicy())
        && compiled.table().mainDecision().rows().size() > 1
        && ModelDocument.open(xml).content().decisions().getFirst().table().outputs().stream()
            .allMatch(column -> column.fallback().isEmpty()) // else rows need not be complete
        && look(xml).isEmpty()
        && study(xml).findings().stream().noneMatch(f -> UNSURE.contains(f.code()));
  }

  /** Makes up to so many mistakes in the table, one after the other, each alone. */
  void spoil(String xml, int times) {
    var document = ModelDocument.open(xml);
    var decision = document.content().decisions().getFirst();
    var table = decision.table();
    var original = ((Compiled) tables.compile(xml)).table();
    for (int i = 0; i < times; i++) {
      var mutant = i % 2 == 0 ? withoutRow(table) : withWiderCell(table);
      if (mutant == null) {
        continue;
      }
      var spoilt = document.with(decision.withTable(mutant)).xml();
      if (!(tables.compile(spoilt) instanceof Compiled compiled)) {
        continue;
      }
      if (!answersChange(original, compiled.table(), table)) {
        same++;
        continue;
      }
      valid++;
      if (look(spoilt).isEmpty()) {
        missed.add(document.content().name() + ": " + difference(table, mutant));
      } else {
        found++;
      }
    }
  }

  private List<Finding> look(String xml) {
    var analysis = study(xml);
    var all = new ArrayList<>(analysis.findings());
    all.addAll(analysis.orderMatters());
    return all.stream().filter(finding -> CODES.contains(finding.code())).toList();
  }

  private Analysis study(String xml) {
    return tables.study(xml).join();
  }

  private TableContent withoutRow(TableContent table) {
    var rows = new ArrayList<>(table.rows());
    rows.remove(random.nextInt(rows.size()));
    return table.withRows(rows);
  }

  private TableContent withWiderCell(TableContent table) {
    for (int attempt = 0; attempt < 20; attempt++) {
      int number = random.nextInt(table.rows().size());
      var row = table.rows().get(number);
      int column = random.nextInt(row.inputs().size());
      var text = row.inputs().get(column).text();
      var wider = wider(text);
      if (!wider.equals(text)) {
        var cells = new ArrayList<>(row.inputs());
        cells.set(column, new CellContent(cells.get(column).id(), wider));
        var rows = new ArrayList<>(table.rows());
        rows.set(
            number, new RowContent(row.id(), row.description(), cells, row.outputs(), row.notes()));
        return table.withRows(rows);
      }
    }
    return null;
  }

  private String wider(String text) {
    if (text.equals("-")) {
      return text;
    }
    var by = BigDecimal.valueOf(1 + random.nextInt(5_000));
    if (text.startsWith("<")) {
      return replaced(text, 0, by);
    }
    if (text.startsWith(">")) {
      return replaced(text, 0, by.negate());
    }
    if (text.contains("..")) {
      return random.nextBoolean() ? replaced(text, 0, by.negate()) : replaced(text, 1, by);
    }
    return "-";
  }

  private static String replaced(String text, int which, BigDecimal by) {
    var numbers = NUMBER.matcher(text);
    for (int i = 0; numbers.find(); i++) {
      if (i == which) {
        return text.substring(0, numbers.start())
            + new BigDecimal(numbers.group()).add(by).toPlainString()
            + text.substring(numbers.end());
      }
    }
    return text;
  }

  private boolean answersChange(CompiledTable one, CompiledTable other, TableContent table) {
    var values = values(one, table);
    for (int i = 0; i < SAMPLES; i++) {
      Map<String, Object> inputs = new HashMap<>();
      values.forEach((name, list) -> inputs.put(name, list.get(random.nextInt(list.size()))));
      var before = one.evaluate(inputs);
      var after = other.evaluate(inputs);
      if (before.answered()
          && !before.hits().isEmpty()
          && (!after.answered() || !before.outputs().equals(after.outputs()))) {
        return true;
      }
    }
    return false;
  }

  /** Values around everything that the cells mention. */
  private static Map<String, List<Object>> values(CompiledTable compiled, TableContent table) {
    Map<String, List<Object>> values = new HashMap<>();
    for (var input : compiled.inputs()) {
      var texts = new StringBuilder(String.join(",", input.allowed()));
      for (int column = 0; column < table.inputs().size(); column++) {
        if (table.inputs().get(column).expression().equals(input.name())) {
          int here = column;
          table.rows().forEach(r -> texts.append(',').append(r.inputs().get(here).text()));
        }
      }
      values.put(input.name(), values(input.type(), texts.toString()));
    }
    return values;
  }

  private static List<Object> values(String type, String texts) {
    var values = new ArrayList<Object>();
    switch (type) {
      case "boolean" -> values.addAll(List.of(true, false));
      case "number" -> {
        var numbers = new TreeSet<BigDecimal>();
        NUMBER.matcher(texts).results().forEach(m -> numbers.add(new BigDecimal(m.group())));
        for (var number : numbers) {
          for (var by : List.of("-1000", "-1", "-0.5", "0", "0.5", "1", "1000")) {
            values.add(number.add(new BigDecimal(by)));
          }
        }
        values.add(BigDecimal.ZERO);
      }
      default ->
          STRING.matcher(texts).results().map(m -> m.group(1)).distinct().forEach(values::add);
    }
    return values.isEmpty() ? List.of("x") : values;
  }

  private static String difference(TableContent table, TableContent mutant) {
    if (mutant.rows().size() < table.rows().size()) {
      return "a row less (" + table.policy() + ")";
    }
    for (int i = 0; i < table.rows().size(); i++) {
      if (!table.rows().get(i).equals(mutant.rows().get(i))) {
        return "row %d: %s became %s (%s)"
            .formatted(
                i + 1,
                table.rows().get(i).inputs().stream().map(CellContent::text).toList(),
                mutant.rows().get(i).inputs().stream().map(CellContent::text).toList(),
                table.policy());
      }
    }
    return "nothing";
  }
}

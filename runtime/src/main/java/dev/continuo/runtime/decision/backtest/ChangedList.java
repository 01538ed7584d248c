package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.sheet.Csv;
import dev.continuo.rules.sheet.Sheets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changed answers as rows of a sheet: one line each, one column per value before and after. */
public final class ChangedList {
  private ChangedList() {}

  /** As comma-separated text that is safe to open in a spreadsheet. */
  public static String csv(List<ChangedDecision> changes) {
    return Csv.write(rows(changes));
  }

  /** As a workbook of one sheet; every cell is text. */
  public static byte[] xlsx(String title, List<ChangedDecision> changes) {
    return Sheets.listToXlsx(title, rows(changes));
  }

  /** The rows, the first with the names of the columns. */
  public static List<List<String>> rows(List<ChangedDecision> changes) {
    var inputs = names(changes.stream().map(ChangedDecision::inputs).toList());
    var outputs = names(changes.stream().map(ChangedDecision::before).toList());
    outputs.addAll(names(changes.stream().map(ChangedDecision::after).toList()));
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("evaluation", "at", "run"));
    head.addAll(inputs);
    outputs.forEach(name -> head.addAll(List.of(name + " before", name + " after")));
    head.addAll(List.of("rows", "problem"));
    rows.add(head);
    for (var change : changes) {
      var row = new ArrayList<String>();
      row.add(String.valueOf(change.evaluationId()));
      row.add(change.at().toString());
      row.add(text(change.runKey()));
      inputs.forEach(name -> row.add(text(change.inputs().get(name))));
      for (var name : outputs) {
        row.add(text(change.before().get(name)));
        row.add(text(change.after().get(name)));
      }
      row.add(String.join("; ", change.rows()));
      row.add(text(change.problem()));
      rows.add(row);
    }
    return rows;
  }

  private static Set<String> names(List<Map<String, @Nullable Object>> values) {
    var names = new LinkedHashSet<String>();
    values.forEach(one -> names.addAll(one.keySet()));
    return names;
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}

package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.model.DmnModel.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kie.dmn.validation.dtanalysis.model.DDTATable;
import org.kie.dmn.validation.dtanalysis.model.Interval;

/**
 * Rows of a FIRST table that can never answer, because the rows above cover together all they say.
 * Exact for listed values, booleans and numbers; silent about other values and about rows that cut
 * into too many fields. A condition "any" also holds for no value and for values that are not
 * listed, so that a last row for everything else is never called useless.
 */
final class HiddenRows {
  private static final int MOST_FIELDS = 20_000;
  private static final Object NONE_OR_UNLISTED = new Object();

  private final DecisionTable words;
  private final DDTATable table;

  HiddenRows(DecisionTable words, DDTATable table) {
    this.words = words;
    this.table = table;
  }

  List<Integer> numbers() {
    var hidden = new ArrayList<Integer>();
    for (int row = 1; row < table.getRule().size(); row++) {
      if (isHidden(row)) {
        hidden.add(row + 1);
      }
    }
    return hidden;
  }

  private boolean isHidden(int row) {
    var samples = new ArrayList<List<Object>>();
    long fields = 1;
    for (int column = 0; column < table.inputCols(); column++) {
      var marks = new ArrayList<Interval>();
      for (int above = 0; above <= row; above++) {
        marks.addAll(spans(above, column));
      }
      var values = Spans.samples(table.getInputs().get(column), spans(row, column), marks);
      if (isAny(row, column) || test(row, column).startsWith("not")) {
        values = new ArrayList<>(values);
        values.add(NONE_OR_UNLISTED);
      }
      fields *= values.size();
      if (fields == 0 || fields > MOST_FIELDS) {
        return false;
      }
      samples.add(values);
    }
    return allCovered(samples, new ArrayList<>(), row);
  }

  private boolean allCovered(List<List<Object>> samples, List<Object> field, int row) {
    if (field.size() == samples.size()) {
      return IntStream.range(0, row).anyMatch(above -> covers(above, field));
    }
    for (var value : samples.get(field.size())) {
      field.add(value);
      boolean covered = allCovered(samples, field, row);
      field.removeLast();
      if (!covered) {
        return false;
      }
    }
    return true;
  }

  private boolean covers(int row, List<Object> field) {
    for (int column = 0; column < field.size(); column++) {
      var value = field.get(column);
      boolean holds =
          isAny(row, column)
              || (value != NONE_OR_UNLISTED
                  && spans(row, column).stream().anyMatch(span -> Spans.holds(span, value)));
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private boolean isAny(int row, int column) {
    return test(row, column).equals("-");
  }

  private String test(int row, int column) {
    return words.rows().get(row).inputs().get(column).text();
  }

  private List<Interval> spans(int row, int column) {
    return table.getRule().get(row).getInputEntry().get(column).getIntervals();
  }
}

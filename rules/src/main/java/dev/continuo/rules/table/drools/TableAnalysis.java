package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.Analysis;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Gap;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.model.DmnModel;
import dev.continuo.rules.table.model.DmnModel.Decision;
import dev.continuo.rules.table.model.DmnModel.DecisionTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.model.api.DMNElement;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalyser;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;
import org.kie.dmn.validation.dtanalysis.model.Hyperrectangle;
import org.kie.dmn.validation.dtanalysis.model.Overlap;

/** Finds values that no row or too many rows cover, and says so in the owner's words. */
final class TableAnalysis {
  private static final int MOST_FINDINGS = 50;

  /** Elementary fields that the rows may cut the values into; beyond it analysis takes too long. */
  private static final double MOST_FIELDS = 1_000_000;

  /** Rows that are looked at together; every further one is compared with all others. */
  private static final int MOST_ROWS = 2_000;

  private final DmnModel words;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Finding> orderMatters = new ArrayList<>();

  private TableAnalysis(DmnModel words) {
    this.words = words;
  }

  static Analysis of(DmnModel words, DMNModel model) {
    var analysis = new TableAnalysis(words);
    var tooLarge = words.decisions().stream().filter(d -> isTooLarge(d.table())).toList();
    tooLarge.forEach(analysis::tooLarge);
    if (tooLarge.isEmpty()) {
      new DMNDTAnalyser(List.of())
          .analyse(model, Set.of(Validation.ANALYZE_DECISION_TABLE))
          .forEach(analysis::take);
    }
    return new Analysis(
        analysis.findings.stream().limit(MOST_FINDINGS).toList(),
        analysis.gaps.stream().limit(MOST_FINDINGS).toList(),
        analysis.orderMatters.stream().limit(MOST_FINDINGS).toList());
  }

  private static boolean isTooLarge(@Nullable DecisionTable table) {
    return table != null && (table.rows().size() > MOST_ROWS || fields(table) > MOST_FIELDS);
  }

  private static double fields(DecisionTable table) {
    double fields = 1;
    for (int column = 0; column < table.inputs().size(); column++) {
      var tests = new HashSet<String>();
      for (var row : table.rows()) {
        if (column < row.inputs().size() && !row.inputs().get(column).text().equals("-")) {
          tests.add(row.inputs().get(column).text());
        }
      }
      fields *= tests.size() + 1;
    }
    return fields;
  }

  private void take(DTAnalysis analysis) {
    var decision = decisionOf(analysis);
    if (decision == null || decision.table() == null) {
      return; // A table inside something else than a decision has no rows that the owner sees.
    }
    var here = new Place(decision.name(), null, null, decision.id());
    if (analysis.isError()) {
      notAnalysed(here, analysis);
      return;
    }
    var table = decision.table();
    for (var gap : analysis.getGaps()) {
      gap(here, table, analysis, gap);
    }
    for (var column : analysis.getDdtaTable().getColIDsStringWithoutEnum()) {
      withoutValues(decision, table, column);
    }
    switch (table.hitPolicy()) {
      case "UNIQUE" -> analysis.getOverlaps().forEach(o -> overlap(here, table, analysis, o));
      case "ANY" ->
          analysis.getOverlaps().stream()
              .filter(o -> answersDiffer(analysis, o.getRules()))
              .forEach(o -> overlap(here, table, analysis, o));
      case "FIRST" -> {
        var hidden = new HiddenRows(table, analysis.getDdtaTable()).numbers();
        hidden.forEach(row -> hidden(decision, table, row));
        analysis.getOverlaps().stream()
            .filter(o -> o.getRules().stream().noneMatch(hidden::contains))
            .forEach(o -> compete(here, table, analysis, o));
      }
      default -> {
        // The other policies are made for several rows that fit.
      }
    }
  }

  private @Nullable Decision decisionOf(DTAnalysis analysis) {
    for (var element = analysis.getSource().getParent(); element != null; ) {
      if (element instanceof org.kie.dmn.model.api.Decision decision) {
        return words.decisions().stream()
            .filter(d -> d.name().equals(decision.getName()))
            .findFirst()
            .orElse(null);
      }
      element = element instanceof DMNElement inner ? inner.getParent() : null;
    }
    return null;
  }

  private void gap(Place here, DecisionTable table, DTAnalysis analysis, Hyperrectangle gap) {
    var example = examples(table, analysis, gap);
    var finding =
        Finding.warning(
            "gap",
            here,
            "No row for %s.".formatted(area(table, analysis, gap)),
            example.isEmpty()
                ? "Whoever asks with such values gets no answer."
                : "For example, %s gets no answer.".formatted(example),
            "Add a row for it, or a last row that covers everything else.");
    findings.add(finding);
    var conditions = new ArrayList<String>();
    for (int i = 0; i < gap.getEdges().size(); i++) {
      conditions.add(
          Spans.condition(analysis.getDdtaTable().getInputs().get(i), gap.getEdges().get(i)));
    }
    gaps.add(new Gap(finding, String.valueOf(here.elementId()), conditions));
  }

  private void overlap(Place here, DecisionTable table, DTAnalysis analysis, Overlap overlap) {
    var rows = overlap.getRules().stream().sorted().toList();
    findings.add(
        Finding.warning(
            "overlap",
            new Place(here.table(), rows.getFirst(), null, here.elementId()),
            "Rows %s fit at the same time for %s."
                .formatted(numbers(rows), area(table, analysis, overlap.getOverlap())),
            table.hitPolicy().equals("ANY")
                ? "The hit policy ANY allows that only where their answers are the same."
                : "The hit policy UNIQUE allows one row; where more fit, there is no answer.",
            "Make their conditions exclude each other, or choose the hit policy FIRST."));
  }

  private void compete(Place here, DecisionTable table, DTAnalysis analysis, Overlap overlap) {
    var rows = new ArrayList<>(overlap.getRules().stream().sorted().toList());
    while (rows.size() > 1 && isFallback(table, rows)) {
      rows.removeLast();
    }
    if (rows.size() > 1 && answersDiffer(analysis, rows)) {
      orderMatters.add(
          Finding.note(
              "order-matters",
              new Place(here.table(), rows.getFirst(), null, here.elementId()),
              "Rows %s fit at the same time for %s."
                  .formatted(numbers(rows), area(table, analysis, overlap.getOverlap())),
              "Row %d answers, because it stands first.".formatted(rows.getFirst()),
              "Nothing, if that is meant."));
    }
  }

  /** Whether the last row only says what holds when those above do not: "everything else". */
  private static boolean isFallback(DecisionTable table, List<Integer> rows) {
    var last = table.rows().get(rows.getLast() - 1).inputs();
    for (int number : rows.subList(0, rows.size() - 1)) {
      var upper = table.rows().get(number - 1).inputs();
      for (int column = 0; column < table.inputs().size(); column++) {
        var text = last.get(column).text();
        if (!text.equals("-") && !text.equals(upper.get(column).text())) {
          return false;
        }
      }
    }
    return true;
  }

  private void hidden(Decision decision, DecisionTable table, int number) {
    var row = table.rows().get(number - 1);
    findings.add(
        Finding.warning(
            "row-hidden",
            new Place(decision.name(), number, null, row.id()),
            "Row %d never answers.".formatted(number),
            "The rows above it cover everything it says.",
            "Move it up, narrow the rows above, or delete it."));
  }

  private void withoutValues(Decision decision, DecisionTable table, int number) {
    var column = table.inputs().get(number - 1);
    findings.add(
        Finding.note(
            "values-unknown",
            new Place(decision.name(), null, column.label(), column.id()),
            "Gaps cannot be looked for in this table.",
            "The column holds text, and its possible values are not listed.",
            "List the column's values in its header."));
  }

  private void notAnalysed(Place here, DTAnalysis analysis) {
    var why =
        analysis.asDMNMessages().stream()
            .map(message -> message.getText())
            .map(text -> text.replaceFirst("(?s)^.*? because: ", ""))
            .map(text -> text.replaceFirst("(?s) \\(DMN id: .*$", ""))
            .findFirst()
            .orElse("");
    findings.add(
        Finding.note(
            "not-analysed",
            here,
            "Gaps and overlaps were not looked for.",
            why.isEmpty() ? "A condition is more than a comparison." : why + ".",
            "Compare with plain values in the cells, and compute in the column's expression."));
  }

  private void tooLarge(Decision decision) {
    findings.add(
        Finding.note(
            "not-analysed",
            new Place(decision.name(), null, null, decision.id()),
            "Gaps and overlaps were not looked for.",
            "It has more than %,d rows, or they cut the values into too many fields."
                .formatted(MOST_ROWS),
            "Split the table into decisions that need each other."));
  }

  private static boolean answersDiffer(DTAnalysis analysis, Collection<Integer> numbers) {
    var rules = analysis.getDdtaTable().getRule();
    return numbers.stream().map(n -> rules.get(n - 1).getOutputEntry()).distinct().count() > 1;
  }

  /** The columns about which something is said, such as {@code Amount from 400 to 500}. */
  private static String area(DecisionTable table, DTAnalysis analysis, Hyperrectangle area) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < area.getEdges().size(); i++) {
      var column = analysis.getDdtaTable().getInputs().get(i);
      var span = area.getEdges().get(i);
      if (!Spans.isAnything(column, span)) {
        parts.add(table.inputs().get(i).label() + " " + Spans.words(column, span));
      }
    }
    return parts.isEmpty() ? "any values" : String.join(" and ", parts);
  }

  private static String examples(DecisionTable table, DTAnalysis analysis, Hyperrectangle area) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < area.getEdges().size(); i++) {
      var column = analysis.getDdtaTable().getInputs().get(i);
      var example = Spans.example(column, area.getEdges().get(i));
      if (example != null) {
        parts.add(table.inputs().get(i).label() + " " + example);
      }
    }
    return String.join(" with ", parts);
  }

  private static String numbers(List<Integer> rows) {
    return rows.stream().map(String::valueOf).collect(Collectors.joining(" and "));
  }
}

package dev.continuo.rules.sandbox;

import static dev.continuo.rules.sandbox.Messages.items;

import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.TableShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table that answers in the sandbox. */
final class SandboxTable implements CompiledTable {
  private static final int QUESTIONS_A_LIMIT = 1_000;

  private final SandboxTables tables;
  private final Programs programs;
  private final String xml;
  private final TableShape shape;
  private final @Nullable Finding suspect;

  SandboxTable(
      SandboxTables tables,
      Programs programs,
      String xml,
      TableShape shape,
      @Nullable Finding suspect) {
    this.tables = tables;
    this.programs = programs;
    this.xml = xml;
    this.shape = shape;
    this.suspect = suspect;
  }

  @Override
  public TableShape shape() {
    return shape;
  }

  @Override
  public Evaluation evaluate(String decisionId, Map<String, ? extends @Nullable Object> inputs) {
    return evaluateAll(decisionId, List.of(inputs)).getFirst();
  }

  @Override
  public List<Evaluation> evaluateAll(
      String decisionId, List<? extends Map<String, ? extends @Nullable Object>> inputs) {
    if (inputs.isEmpty()) {
      return List.of();
    }
    try {
      return programs.use(program -> ask(program, decisionId, inputs));
    } catch (Stopped stopped) {
      var finding =
          suspect == null ? stopped.finding(Place.table(name())) : stopped.finding(suspect);
      return Collections.nCopies(inputs.size(), Evaluation.failed(List.of(), List.of(finding)));
    }
  }

  private List<Evaluation> ask(
      Program program,
      String decisionId,
      List<? extends Map<String, ? extends @Nullable Object>> inputs)
      throws Stopped {
    var limit = programs.options().limit().multipliedBy(1 + inputs.size() / QUESTIONS_A_LIMIT);
    var question =
        items(SandboxProgram.EVALUATE, contentHash(), decisionId, new ArrayList<>(inputs));
    var answer = program.ask(question, limit);
    if (SandboxProgram.UNKNOWN.equals(answer)) {
      tables.compile(program, xml);
      answer = program.ask(question, limit);
    }
    return Messages.all(answer, each -> placed(Messages.evaluation(each)));
  }

  /** What went too deep is said of the cell that the static check suspects. */
  private Evaluation placed(Evaluation evaluation) {
    if (suspect == null || evaluation.answered()) {
      return evaluation;
    }
    var problems =
        evaluation.problems().stream()
            .map(p -> p.code().equals(Finding.TOO_DEEP) ? p.at(suspect.where()) : p)
            .toList();
    return Evaluation.failed(evaluation.hits(), problems);
  }
}

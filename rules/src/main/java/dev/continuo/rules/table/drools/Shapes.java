package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.DecisionShape;
import dev.continuo.rules.table.HitRow;
import dev.continuo.rules.table.TableInput;
import dev.continuo.rules.table.TableOutput;
import dev.continuo.rules.table.model.DmnModel;
import dev.continuo.rules.table.model.DmnModel.Column;
import dev.continuo.rules.table.model.DmnModel.Decision;
import dev.continuo.rules.table.model.DmnModel.DecisionTable;
import dev.continuo.rules.table.model.DmnModel.InputData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** What a compiled model shows of itself, worked out from its text. */
final class Shapes {
  private final DmnModel model;
  private final List<DecisionShape> decisions;

  Shapes(DmnModel model) {
    this.model = model;
    this.decisions = model.decisions().stream().map(this::shape).toList();
  }

  List<DecisionShape> decisions() {
    return decisions;
  }

  DecisionShape decision(String id) {
    return decisions.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
  }

  /** The last decision that no other one needs; in a model of one decision, that one. */
  DecisionShape mainDecision() {
    var needed = new HashSet<String>();
    model.decisions().forEach(decision -> needed.addAll(decision.requires()));
    return decisions.reversed().stream()
        .filter(decision -> !needed.contains(decision.id()))
        .findFirst()
        .orElse(decisions.getLast());
  }

  List<TableInput> inputs() {
    return model.inputs().stream().map(this::input).toList();
  }

  /** The key under which a decision that answers with one value puts it. */
  String answerName(Decision decision) {
    var table = decision.table();
    return table != null && table.outputs().size() == 1 && isSingleHit(table)
        ? outputName(decision, table.outputs().getFirst())
        : decision.variable();
  }

  private DecisionShape shape(Decision decision) {
    var table = decision.table();
    if (table == null) {
      var type = model.baseType(decision.type());
      var answer = new TableOutput(decision.variable(), decision.name(), type, List.of());
      return new DecisionShape(decision.id(), decision.name(), "", List.of(answer), List.of());
    }
    var outputs = new ArrayList<TableOutput>();
    for (var column : table.outputs()) {
      outputs.add(
          new TableOutput(
              outputName(decision, column),
              column.label(),
              model.baseType(column.type()),
              column.allowed()));
    }
    var rows =
        table.rows().stream()
            .map(row -> new HitRow(row.number(), row.id(), row.words(), decision.name()))
            .toList();
    return new DecisionShape(decision.id(), decision.name(), table.hitPolicy(), outputs, rows);
  }

  private TableInput input(InputData input) {
    var column =
        model.decisions().stream()
            .map(Decision::table)
            .filter(Objects::nonNull)
            .flatMap(table -> table.inputs().stream())
            .filter(c -> c.expression().equals(input.name()))
            .findFirst();
    var declared = input.type().isEmpty() ? column.map(Column::type).orElse("") : input.type();
    return new TableInput(
        input.name(),
        column.map(Column::label).orElse(input.name()),
        model.baseType(declared),
        column.map(Column::allowed).orElse(List.of()));
  }

  private static String outputName(Decision decision, Column column) {
    return column.expression().isEmpty() ? decision.variable() : column.expression();
  }

  private static boolean isSingleHit(DecisionTable table) {
    return switch (table.hitPolicy()) {
      case "COLLECT", "RULE ORDER", "OUTPUT ORDER" -> false;
      default -> true;
    };
  }
}

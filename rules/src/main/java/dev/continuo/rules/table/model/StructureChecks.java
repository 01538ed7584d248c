package dev.continuo.rules.table.model;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.model.DmnModel.Decision;
import dev.continuo.rules.table.model.DmnModel.DecisionTable;
import dev.continuo.rules.table.model.DmnModel.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a compiler lets pass although no owner means it. */
final class StructureChecks {
  private static final Set<String> POLICIES =
      Set.of("UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");
  private static final int MANY_ROWS = 2_000;

  private final DmnModel model;
  private final List<Finding> findings = new ArrayList<>();

  private StructureChecks(DmnModel model) {
    this.model = model;
  }

  static List<Finding> findings(DmnModel model) {
    var checks = new StructureChecks(model);
    checks.names();
    for (var decision : model.decisions()) {
      if (decision.table() != null) {
        checks.table(decision, decision.table());
      }
    }
    return checks.findings;
  }

  private void names() {
    if (model.decisions().isEmpty()) {
      findings.add(
          Finding.error(
              "no-decision",
              Place.table(model.name()),
              "The model contains no decision.",
              "There is nothing to ask.",
              "Add a decision table and save again."));
    }
    var seen = new HashSet<String>();
    for (var decision : model.decisions()) {
      if (!seen.add(decision.name())) {
        twice(decision.name(), decision.id());
      }
    }
    for (var input : model.inputs()) {
      if (!seen.add(input.name())) {
        twice(input.name(), input.id());
      }
    }
  }

  private void twice(String name, String id) {
    findings.add(
        Finding.error(
            "name-twice",
            new Place(name, null, null, id),
            "The name \"%s\" is used twice.".formatted(name),
            "An expression that uses it could mean either.",
            "Give one of them another name."));
  }

  private void table(Decision decision, DecisionTable table) {
    var here = new Place(decision.name(), null, null, decision.id());
    if (!POLICIES.contains(table.hitPolicy())) {
      findings.add(
          Finding.error(
              "hit-policy-unknown",
              here,
              "The hit policy \"%s\" does not exist.".formatted(table.hitPolicy()),
              "Known are " + String.join(", ", POLICIES.stream().sorted().toList()) + ".",
              "Choose one of them in the table's top left corner."));
    }
    if (table.rows().isEmpty()) {
      findings.add(
          Finding.warning(
              "table-empty",
              here,
              "The table has no rows.",
              "It will never answer anything.",
              "Add a row."));
    } else if (table.rows().size() > MANY_ROWS) {
      findings.add(
          Finding.warning(
              "table-long",
              here,
              "The table has %,d rows.".formatted(table.rows().size()),
              "Every evaluation looks at all of them, and nobody can read them.",
              "Split it, or keep the list as facts in memory."));
    }
    var ids = new HashSet<String>();
    for (var row : table.rows()) {
      if (!row.id().isEmpty() && !ids.add(row.id())) {
        findings.add(
            Finding.warning(
                "row-id-twice",
                new Place(decision.name(), row.number(), null, row.id()),
                "Two rows carry the same id \"%s\".".formatted(row.id()),
                "What is counted for one is counted for both.",
                "Delete the row and add it again."));
      }
      cellCount(decision, table, row);
      findings.addAll(CellChecks.findings(model, decision.name(), table, row));
    }
  }

  private void cellCount(Decision decision, DecisionTable table, Row row) {
    if (row.inputs().size() != table.inputs().size()
        || row.outputs().size() != table.outputs().size()) {
      findings.add(
          Finding.error(
              "cells-missing",
              new Place(decision.name(), row.number(), null, row.id()),
              "The row has %d conditions and %d answers; the table has %d and %d columns."
                  .formatted(
                      row.inputs().size(),
                      row.outputs().size(),
                      table.inputs().size(),
                      table.outputs().size()),
              "A row that does not fill its columns can never be read.",
              "Delete the row and add it again."));
    }
  }
}

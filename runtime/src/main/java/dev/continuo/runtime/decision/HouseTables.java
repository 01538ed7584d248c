package dev.continuo.runtime.decision;

import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.TableInput;
import dev.continuo.rules.table.TableOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables that the house itself asks. The owner may say in them whatever he likes, but they must
 * ask for what the house can tell and answer what it listens for.
 */
final class HouseTables {
  private record Contract(Set<String> inputs, Set<String> outputs) {}

  private static final Map<String, Contract> CONTRACTS =
      Map.of(
          "gate-policy",
          new Contract(
              Set.of("effectClass", "channel", "amount", "clientStanding", "flowAutonomy"),
              Set.of("outcome", "reason")),
          "severity",
          new Contract(Set.of("cardKind", "hoursUntilDue"), Set.of("severity", "ifNothing")),
          "escalation",
          new Contract(
              Set.of("cardKind", "severity", "hoursOverdue", "hoursOpen", "stepsTaken"),
              Set.of("step", "reason")),
          "retry-policy",
          new Contract(
              Set.of("errorClass", "retryClass", "lane", "tries"), Set.of("again", "waitSeconds")),
          "budget-caps",
          new Contract(Set.of("scope", "lane"), Set.of("capShare", "atCap")),
          "fidelity",
          new Contract(
              Set.of("spendRatio", "forecastRatio", "lane", "task"),
              Set.of("tier", "recallDepth", "summaryLength", "pace")));

  private HouseTables() {}

  static DecisionTable.Kind kindOf(String tableId) {
    return CONTRACTS.containsKey(tableId) ? DecisionTable.Kind.HOUSE : DecisionTable.Kind.FLOW;
  }

  static List<Finding> findings(String tableId, CompiledTable table) {
    var contract = CONTRACTS.get(tableId);
    if (contract == null) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    var where = new Place(table.name(), null, null, table.mainDecision().id());
    for (TableInput input : table.inputs()) {
      if (!contract.inputs().contains(input.name())) {
        findings.add(
            Finding.error(
                "house-input-unknown",
                where,
                "The table asks for \"%s\".".formatted(input.name()),
                "The house cannot tell it; it can tell %s.".formatted(sorted(contract.inputs())),
                "Remove the column, or use one of these names."));
      }
    }
    var answers = table.outputs().stream().map(TableOutput::name).toList();
    for (var output : contract.outputs()) {
      if (!answers.contains(output)) {
        findings.add(
            Finding.error(
                "house-output-missing",
                where,
                "The table does not answer \"%s\".".formatted(output),
                "The house acts on it.",
                "Add an output column with the name %s.".formatted(output)));
      }
    }
    return findings;
  }

  /** Why a house table cannot be retired. */
  static Finding needed(String title) {
    return Finding.error(
        "house-table-needed",
        Place.table(title),
        "\"%s\" cannot be retired.".formatted(title),
        "The house itself asks it.",
        "Change its rows instead, or roll back to an older version.");
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}

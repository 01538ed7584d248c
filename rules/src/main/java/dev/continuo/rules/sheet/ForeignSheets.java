package dev.continuo.rules.sheet;

import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.ModelContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a model of sheets that were not written by Continuo. */
final class ForeignSheets {
  private static final String NAMESPACE = "https://continuo.dev/tables";
  private final String fileName;
  private final List<Finding> findings;

  ForeignSheets(String fileName, List<Finding> findings) {
    this.fileName = fileName;
    this.findings = findings;
  }

  SheetReading read(List<Grid> grids) {
    var tables = new ArrayList<NewTable>();
    for (var grid : grids) {
      var found =
          ClassicTables.fits(grid)
              ? new ClassicTables(grid, findings).tables()
              : new PlainTable(grid, findings).tables();
      tables.addAll(found.stream().filter(NewTable::answersSomething).toList());
    }
    if (tables.isEmpty()) {
      findings.addFirst(
          Finding.error(
              "sheet-without-table",
              Place.table(fileName),
              "No decision table was found.",
              "A table needs a line of titles, lines below it and at least two columns.",
              "Put the titles into the first line, the answers into the last columns."));
      return new SheetReading(Optional.empty(), findings);
    }
    return new SheetReading(Optional.of(ModelDocument.create(model(tables)).xml()), findings);
  }

  private static ModelContent model(List<NewTable> tables) {
    var inputs = NewTable.noInputs();
    var decisions = new ArrayList<DecisionContent>();
    tables.forEach(table -> decisions.add(table.decision(inputs)));
    return new ModelContent(
        ModelDocument.fresh("model"),
        tables.getFirst().name(),
        NAMESPACE,
        "",
        List.copyOf(inputs.values()),
        decisions);
  }
}

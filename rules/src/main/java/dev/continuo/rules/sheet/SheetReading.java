package dev.continuo.rules.sheet;

import dev.continuo.rules.table.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a spreadsheet.
 *
 * @param dmnXml the model; empty when no table was found
 * @param findings what was assumed, what does not map, and why nothing could be read
 */
public record SheetReading(Optional<String> dmnXml, List<Finding> findings) {
  public SheetReading {
    findings = List.copyOf(findings);
  }
}

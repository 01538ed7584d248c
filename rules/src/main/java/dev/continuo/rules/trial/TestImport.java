package dev.continuo.rules.trial;

import dev.continuo.rules.table.Finding;
import java.util.List;

/** Tests read from a file, and what in it was not understood. */
public record TestImport(List<TableTest> tests, List<Finding> findings) {
  public TestImport {
    tests = List.copyOf(tests);
    findings = List.copyOf(findings);
  }
}

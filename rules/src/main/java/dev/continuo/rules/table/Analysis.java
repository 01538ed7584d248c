package dev.continuo.rules.table;

import java.util.List;

/**
 * What looking at all rows of a model together brought to light.
 *
 * @param findings everything, gaps included
 * @param gaps the gaps among the findings, with the rows that would fill them
 */
public record Analysis(List<Finding> findings, List<Gap> gaps) {
  public Analysis {
    findings = List.copyOf(findings);
    gaps = List.copyOf(gaps);
  }

  /** Nothing was looked at but this is to be said. */
  public static Analysis only(Finding finding) {
    return new Analysis(List.of(finding), List.of());
  }
}

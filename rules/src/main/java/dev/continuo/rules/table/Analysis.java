package dev.continuo.rules.table;

import java.util.List;

/**
 * What looking at all rows of a model together brought to light.
 *
 * @param findings everything, gaps included
 * @param gaps the gaps among the findings, with the rows that would fill them
 * @param orderMatters notes about rows of FIRST tables that fit at the same time with different
 *     answers, so that their order decides; no mistakes, and not among the findings
 */
public record Analysis(List<Finding> findings, List<Gap> gaps, List<Finding> orderMatters) {
  public Analysis {
    findings = List.copyOf(findings);
    gaps = List.copyOf(gaps);
    orderMatters = List.copyOf(orderMatters);
  }

  /** Nothing was found. */
  public static Analysis nothing() {
    return new Analysis(List.of(), List.of(), List.of());
  }

  /** Nothing was looked at but this is to be said. */
  public static Analysis only(Finding finding) {
    return new Analysis(List.of(finding), List.of(), List.of());
  }
}

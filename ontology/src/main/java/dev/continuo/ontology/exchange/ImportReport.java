package dev.continuo.ontology.exchange;

import java.util.List;

/**
 * What became of each statement of a file.
 *
 * @param restored facts that were taken back in with their history
 * @param accepted plain statements that became facts
 * @param known what was there already
 * @param review statements that wait for a person
 * @param refused each with its reason
 */
public record ImportReport(
    String name, int restored, int accepted, int known, int review, List<Refusal> refused) {
  public ImportReport {
    refused = List.copyOf(refused);
  }

  /**
   * @param what the fact's id or the statement as it was written
   */
  public record Refusal(String what, String why) {}
}

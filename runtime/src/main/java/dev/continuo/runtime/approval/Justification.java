package dev.continuo.runtime.approval;

import java.util.List;

/**
 * Why a card asks.
 *
 * @param why one sentence: what led to this proposal
 * @param whyNow one sentence, may be empty
 * @param evidence quoted sentences and facts
 * @param rules the decision rows that hit, in words
 * @param risk what cannot be undone, may be empty
 * @param notes what the reader should know of the source (unclear language, broken mail), may be
 *     empty
 */
public record Justification(
    String why,
    String whyNow,
    List<Evidence> evidence,
    List<String> rules,
    String risk,
    List<String> notes) {
  public Justification {
    evidence = List.copyOf(evidence);
    rules = List.copyOf(rules);
    notes = List.copyOf(notes);
  }

  /**
   * One piece of evidence.
   *
   * @param label what it shows ("Deadline", "Budget")
   * @param quote the words of the source
   * @param sourceId the document or fact it comes from
   */
  public record Evidence(String label, String quote, String sourceId) {}
}

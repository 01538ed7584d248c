package dev.continuo.ontology.memory.gate;

/**
 * A stored fact that is closed before anything else: a correction or a retraction.
 *
 * @param renames true when what takes its place says the same in other terms
 */
public record Retirement(
    String factId, String slotKey, String subjectId, String subjectKind, boolean renames) {
  public Retirement(String factId, String slotKey, String subjectId, String subjectKind) {
    this(factId, slotKey, subjectId, subjectKind, false);
  }
}

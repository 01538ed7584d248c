package dev.continuo.ontology.recall;

/** From which point in time a question is answered. */
public enum Mode {
  /** What holds now, by what is known now. */
  CURRENT,
  /** What held at a date, by what is known now. */
  VALID_AT,
  /** What was believed at a date to hold at that date. */
  BELIEVED_AT
}

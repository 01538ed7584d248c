package dev.continuo.ontology.recall;

/** Questions that are answered by a query, never by search. */
public enum Named {
  /** What is promised and not yet kept, both ways. */
  OPEN_COMMITMENTS,
  /** What is open and past its due date. */
  OVERDUE,
  /** The next thing that is due. */
  NEXT_MILESTONE,
  /** What was learned since a date, and what is no longer believed since. */
  CHANGED_SINCE
}

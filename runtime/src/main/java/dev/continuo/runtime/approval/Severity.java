package dev.continuo.runtime.approval;

/** How soon a card wants its person. */
public enum Severity {
  NOW,
  TODAY,
  DIGEST
}

package dev.continuo.designer.shell;

/** What a page may want to hear of. */
public enum Topic {
  CARDS,
  RUNS,
  FACTS,
  FLOWS,
  RULES,
  HEALTH,
  ERASURES
}

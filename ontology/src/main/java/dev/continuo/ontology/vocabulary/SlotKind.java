package dev.continuo.ontology.vocabulary;

/** How many values a predicate has at one instant, and so what replaces what. */
public enum SlotKind {
  /** At most one value at any instant: a newer value supersedes the older one. */
  FUNCTIONAL,
  /** Any number of values side by side: none supersedes another. */
  SET,
  /** Something that happened: it stays true and is never superseded. */
  EVENT
}

package dev.continuo.runtime.journal;

/** What a line of a trace is about. */
public enum TraceKind {
  MESSAGE,
  MEMORY,
  DECISION,
  AGENT,
  APPROVAL,
  EFFECT,
  COMPENSATION,
  TRANSITION,
  INCIDENT,
  NOTE
}

package dev.continuo.runtime.approval;

/** What a card is about. */
public enum CardKind {
  /** Something is to leave the house. */
  EFFECT,
  /** A step that a person does. */
  TASK,
  /** A run that cannot go on by itself. */
  STUCK,
  /** Something was sent and nobody knows whether it arrived. */
  OUTCOME,
  /** A message that could not be read, or that no run was waiting for. */
  MESSAGE,
  /** A fact that needs a person's eye. */
  MEMORY,
  /** A guard saw something happen too often. */
  GUARD
}

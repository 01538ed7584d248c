package dev.continuo.ontology.memory;

import java.time.Instant;

/** What a person decided about something that memory did not settle by itself. */
public sealed interface Decision {
  /** When it was decided. */
  Instant at();

  /** About a proposal: accepted, or put away. */
  record OfFact(Instant at, WithheldFact item) implements Decision {}

  /** About a pair: read as one, or kept apart. */
  record OfPair(Instant at, MergeProposal pair) implements Decision {}
}

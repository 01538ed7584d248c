package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.WithheldFact.Status;
import org.jspecify.annotations.Nullable;

/** Why a proposal does not become a fact. */
record Finding(
    int proposal, Status status, String code, String message, @Nullable String conflictingFactId) {

  boolean isRejected() {
    return status == Status.REJECTED;
  }

  static Finding rejected(int proposal, String code, String message) {
    return new Finding(proposal, Status.REJECTED, code, message, null);
  }

  static Finding review(
      int proposal, String code, String message, @Nullable String conflictingFactId) {
    return new Finding(proposal, Status.REVIEW, code, message, conflictingFactId);
  }
}

package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.FactValue;
import org.jspecify.annotations.Nullable;

/** A candidate whose entities are known, and with them its slot. */
record Placed(Candidate candidate, String subjectId, @Nullable String objectId) {

  int index() {
    return candidate.index();
  }

  FactValue value() {
    return candidate.proposal().value();
  }

  String valueKey() {
    return valueKey(value(), objectId);
  }

  /** A functional slot holds one value at a time; the others have a slot of their own per value. */
  String slotKey() {
    var slot = subjectId + "|" + candidate.predicate().curie();
    return switch (candidate.predicate().slots()) {
      case FUNCTIONAL -> slot;
      case SET -> slot + "|" + Ids.of("", valueKey());
      case EVENT -> slot + "|" + Ids.of("", valueKey() + "@" + candidate.stated().from());
    };
  }

  Claim claim() {
    var proposal = candidate.proposal();
    return new Claim(candidate.stated(), valueKey(), proposal.rank(), candidate.decided());
  }

  /** The same as a mere confirmation. */
  Anchor anchor() {
    return new Anchor(candidate.stated().from(), valueKey(), candidate.proposal().rank());
  }

  static String valueKey(FactValue value, @Nullable String objectId) {
    return value.type() + ":" + (objectId == null ? value.words() : objectId);
  }
}

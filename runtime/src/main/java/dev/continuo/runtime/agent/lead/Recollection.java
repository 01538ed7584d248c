package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What memory knows of somebody who wrote before, as one sentence for the answer.
 *
 * @param sentence empty for a new contact
 * @param facts those that the sentence stands on
 */
record Recollection(String sentence, List<Fact> facts) {

  private static final Recollection NOTHING = new Recollection("", List.of());

  /** The last request before this one, as the variable {@code memory} names it. */
  static Recollection of(Memory memory, Map<String, Object> variables, ZoneId zone) {
    if (!(variables.get("memory") instanceof Map<?, ?> known)
        || !(known.get("lastRequestId") instanceof String requestId)) {
      return NOTHING;
    }
    List<Fact> facts = memory.facts(requestId);
    Optional<Fact> headline = find(facts, "schema:headline");
    Optional<Fact> author = find(facts, "continuo:requestedBy");
    if (headline.isEmpty()) {
      return NOTHING;
    }
    List<Fact> used = new ArrayList<>(List.of(headline.get()));
    author.ifPresent(used::add);
    Instant at = headline.get().validFrom();
    return new Recollection(
        "It is good to hear from you again after your message of %s about “%s”."
            .formatted(Wording.day(at, zone), Told.line(headline.get().value().words(), 120)),
        used);
  }

  private static Optional<Fact> find(List<Fact> facts, String predicate) {
    return facts.stream().filter(f -> f.predicate().equals(predicate)).findFirst();
  }
}

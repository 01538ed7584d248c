package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.util.Optional;

/**
 * A reply that is still owed. Its arrival is an event and not another opinion: what follows it
 * counts as much as what it ends, and begins after it, also where the mail came in while the answer
 * was still waiting to be sent.
 *
 * @param key the commitment
 * @param rank what the open state counts
 * @param since when it became open
 */
record Owed(String key, SourceRank rank, Instant since) {

  /** The commitment, if it is open now; one that the owner ended by hand stays as it is. */
  static Optional<Owed> open(Memory memory, String key) {
    return memory.entity(key).stream()
        .flatMap(commitment -> memory.facts(commitment.id()).stream())
        .filter(fact -> fact.predicate().equals("continuo:state"))
        .filter(fact -> fact.value().words().equals("open"))
        .findFirst()
        .map(state -> of(key, state));
  }

  private static Owed of(String key, Fact state) {
    SourceRank mail = SourceRank.MAIL;
    return new Owed(key, state.rank().outranks(mail) ? state.rank() : mail, state.validFrom());
  }

  /** When it was kept by a mail of that time. */
  Instant keptAt(Instant received) {
    return received.isAfter(since) ? received : since.plusMillis(1);
  }
}

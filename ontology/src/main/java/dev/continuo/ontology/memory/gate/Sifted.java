package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.FactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/** A write in the vocabulary's terms: it says which keys to look up before it can be placed. */
public final class Sifted {

  private final Write write;
  private final List<Candidate> candidates;
  private final List<Finding> findings;

  Sifted(Write write, List<Candidate> candidates, List<Finding> findings) {
    this.write = write;
    this.candidates = List.copyOf(candidates);
    this.findings = List.copyOf(findings);
  }

  /** Keys of all entities the write names, in the order in which to lock them. */
  public SortedSet<String> keys() {
    return Parties.keys(candidates.stream().flatMap(Sifted::references));
  }

  /** Places every candidate, given the stored entity behind each key that has one. */
  public Resolved resolve(Map<String, KnownEntity> known) {
    var parties = new Parties(known);
    var placed = new ArrayList<Placed>();
    var conflicts = new ArrayList<>(findings);
    for (var candidate : candidates) {
      var clash = references(candidate).filter(ref -> !sameKind(parties, ref)).findFirst();
      if (clash.isPresent()) {
        conflicts.add(
            Finding.rejected(
                candidate.index(),
                "kind-conflict",
                "The key '"
                    + clash.get().key()
                    + "' already belongs to something of another kind."));
      } else {
        placed.add(place(candidate, parties));
      }
    }
    return new Resolved(this, parties, placed, conflicts);
  }

  Write write() {
    return write;
  }

  private static boolean sameKind(Parties parties, EntityRef reference) {
    return parties.party(reference).kind().equals(reference.kind());
  }

  private static Placed place(Candidate candidate, Parties parties) {
    var subject = parties.party(candidate.proposal().subject());
    var object =
        candidate.proposal().value() instanceof FactValue.Ref(EntityRef entity)
            ? parties.party(entity).id()
            : null;
    return new Placed(candidate, subject.id(), object);
  }

  private static Stream<EntityRef> references(Candidate candidate) {
    var subject = Stream.of(candidate.proposal().subject());
    return candidate.proposal().value() instanceof FactValue.Ref(EntityRef entity)
        ? Stream.concat(subject, Stream.of(entity))
        : subject;
  }
}

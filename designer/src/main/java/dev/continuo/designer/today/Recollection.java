package dev.continuo.designer.today;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the start page asks memory; while memory is starting it knows nothing yet. */
class Recollection {
  private static final int LATEST = 6;
  private static final int LOOK_BACK = 300;
  private static final String DUE = "vf:due";
  private static final String STATE = "continuo:state";
  private static final String OPEN = "open";
  private static final String PROVIDER = "vf:provider";
  private static final String DESCRIPTION = "schema:description";

  private final Memory memory;

  Recollection(Memory memory) {
    this.memory = memory;
  }

  List<Fact> latest() {
    return read(LATEST);
  }

  /** Open commitments among the facts of late, the next one first. */
  List<Promise> promises(WorkSettings work) {
    return read(LOOK_BACK).stream()
        .filter(fact -> DUE.equals(fact.predicate()) && fact.validTo() == null)
        .flatMap(fact -> promise(fact, work).stream())
        .sorted(Comparator.comparing(Promise::due))
        .limit(LATEST)
        .toList();
  }

  private Optional<Promise> promise(Fact due, WorkSettings work) {
    List<Fact> known = memory.facts(due.subjectId());
    if (!words(known, STATE).orElse(OPEN).equals(OPEN)) {
      return Optional.empty();
    }
    String debtor = words(known, PROVIDER).orElse("");
    boolean byOwner = debtor.isEmpty() || debtor.equals(work.ownerName());
    String what = words(known, DESCRIPTION).orElse(due.subjectLabel());
    return moment(due)
        .map(at -> Promise.of(byOwner ? what : debtor + ": " + what, byOwner, at, work.zone()));
  }

  private static Optional<String> words(List<Fact> facts, String predicate) {
    return facts.stream()
        .filter(fact -> predicate.equals(fact.predicate()))
        .findFirst()
        .map(fact -> fact.value().words());
  }

  private static Optional<Instant> moment(Fact fact) {
    return Stream.of(fact.value())
        .filter(FactValue.Moment.class::isInstance)
        .map(value -> ((FactValue.Moment) value).instant())
        .findFirst();
  }

  private List<Fact> read(int limit) {
    try {
      return memory.latest(limit);
    } catch (MemoryUnavailable starting) {
      return List.of();
    }
  }
}

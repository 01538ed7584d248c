package dev.continuo.designer.today;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** What the start page asks memory; while memory is starting it knows nothing yet. */
class Recollection {
  private static final int LATEST = 6;
  private static final int LOOK_BACK = 300;
  private static final String DUE = "vf:due";

  private final ObjectProvider<Memory> memory;

  Recollection(ObjectProvider<Memory> memory) {
    this.memory = memory;
  }

  List<Fact> latest() {
    return read(LATEST);
  }

  /** Open promises among the facts of late, the next one first. */
  List<Promise> promises(ZoneId zone) {
    return read(LOOK_BACK).stream()
        .filter(fact -> DUE.equals(fact.predicate()) && fact.validTo() == null)
        .flatMap(
            fact -> moment(fact).map(due -> Promise.of(fact.subjectLabel(), due, zone)).stream())
        .sorted(Comparator.comparing(Promise::due))
        .limit(LATEST)
        .toList();
  }

  private static Optional<Instant> moment(Fact fact) {
    return Stream.of(fact.value())
        .filter(FactValue.Moment.class::isInstance)
        .map(value -> ((FactValue.Moment) value).instant())
        .findFirst();
  }

  private List<Fact> read(int limit) {
    try {
      Memory ready = memory.getIfAvailable();
      return ready == null ? List.of() : ready.latest(limit);
    } catch (MemoryUnavailable starting) {
      return List.of();
    }
  }
}

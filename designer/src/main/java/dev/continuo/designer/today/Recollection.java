package dev.continuo.designer.today;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the start page asks memory; while memory is starting it knows nothing yet. */
class Recollection {
  private static final int LATEST = 6;
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final String PROVIDER = "vf:provider";
  private static final String DESCRIPTION = "schema:description";

  private final Memory memory;

  Recollection(Memory memory) {
    this.memory = memory;
  }

  List<Fact> latest() {
    return known(() -> memory.latest(LATEST));
  }

  /** Open commitments, the next one first; those that are late are among them. */
  List<Promise> promises(WorkSettings work) {
    return known(
        () ->
            memory.commitmentsDue(Instant.now().plus(AHEAD), LATEST).stream()
                .flatMap(due -> promise(due, work).stream())
                .toList());
  }

  private Optional<Promise> promise(Fact due, WorkSettings work) {
    List<Fact> facts = memory.facts(due.subjectId());
    String debtor = words(facts, PROVIDER).orElse("");
    boolean byOwner = debtor.isEmpty() || debtor.equals(work.ownerName());
    String what = words(facts, DESCRIPTION).orElse(due.subjectLabel());
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

  private static <T> List<T> known(Supplier<List<T>> question) {
    try {
      return question.get();
    } catch (MemoryUnavailable starting) {
      return List.of();
    }
  }
}

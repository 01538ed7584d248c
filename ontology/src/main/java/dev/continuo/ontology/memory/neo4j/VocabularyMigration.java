package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.VocabularyReport.Change;
import dev.continuo.ontology.memory.VocabularyReport.Obstacle;
import dev.continuo.ontology.memory.gate.Retirement;
import dev.continuo.ontology.memory.gate.Write;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import dev.continuo.ontology.vocabulary.Renaming;
import dev.continuo.ontology.vocabulary.VocabularyChange;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Carries believed facts over to what their predicates are called now. Each fact is a write of its
 * own with a key that follows from the fact, so that a run which was cut short goes on.
 */
final class VocabularyMigration {
  private final Store store;
  private final Terms terms;
  private final Map<String, Renaming> renames = new HashMap<>();

  VocabularyMigration(Store store, Terms terms, List<VocabularyChange> changes) {
    this.store = store;
    this.terms = terms;
    for (var change : changes) {
      change.renames().forEach(this::add);
    }
  }

  /** A later renaming goes on from where an earlier one ended. */
  private void add(Renaming next) {
    renames.replaceAll(
        (from, earlier) -> earlier.to().equals(next.from()) ? chained(earlier, next) : earlier);
    renames.putIfAbsent(next.from(), next);
  }

  private static Renaming chained(Renaming earlier, Renaming next) {
    var values = new HashMap<>(next.values());
    earlier.values().forEach((old, now) -> values.put(old, next.values().getOrDefault(now, now)));
    return new Renaming(earlier.from(), next.to(), values);
  }

  /** Believed facts that are said otherwise now. */
  List<Fact> affected() {
    return renames.isEmpty()
        ? List.of()
        : store.readAll(
            new Question("facts-of-older-words", null, "memory_fact_predicate"),
            (tx, tally) ->
                tx
                    .run(
                        "MATCH (f:Fact) WHERE f.predicate IN $names AND f.recordedTo IS NULL "
                            + Rows.FACT,
                        Map.of("names", List.copyOf(renames.keySet())))
                    .list(terms.rows()::fact)
                    .stream()
                    .filter(this::changes)
                    .sorted(Comparator.comparing(Fact::factId))
                    .toList());
  }

  private boolean changes(Fact fact) {
    var renaming = renames.get(fact.predicate());
    return renaming != null
        && (!renaming.to().equals(fact.predicate())
            || renaming.values().containsKey(fact.value().words()));
  }

  void carryOver(
      Fact fact,
      boolean dry,
      String who,
      Writes writes,
      List<Change> changed,
      List<Obstacle> obstacles) {
    var renaming = renames.get(fact.predicate());
    if (terms.vocabulary().predicate(renaming.to()).isEmpty()) {
      obstacles.add(
          new Obstacle(fact.factId(), fact.sentence(), renaming.to() + " is no predicate."));
      return;
    }
    try {
      writes.write(
          dry ? "vocabulary-dry-run" : "vocabulary-migration",
          "vocabulary:" + terms.vocabulary().version() + ":" + fact.factId(),
          BigDecimal.ZERO,
          remembering -> write(remembering, fact, renaming, who),
          (tx, remembered) -> judge(remembered, dry));
      changed.add(change(fact, renaming));
    } catch (Undone undone) {
      if (undone.why == null) {
        changed.add(change(fact, renaming));
      } else {
        obstacles.add(new Obstacle(fact.factId(), fact.sentence(), undone.why));
      }
    }
  }

  private Write write(Remembering remembering, Fact fact, Renaming renaming, String who) {
    var stored = remembering.believedFact(fact.factId());
    var episode =
        new Recall(remembering.transaction(), terms.rows(), new Tally())
            .episode(fact.episodeKey())
            .orElseThrow();
    var evidence = stored.get("evidence");
    var proposal =
        new FactProposal(
            Neo4jMemory.subject(stored),
            renaming.to(),
            value(fact.value(), renaming),
            fact.validFrom(),
            fact.validTo(),
            fact.confidence(),
            new Evidence(
                evidence.get("quote").asString(),
                evidence.get("start").asInt(),
                evidence.get("end").asInt()),
            fact.rank());
    return new Write(
        "vocabulary:" + terms.vocabulary().version() + ":" + fact.factId(),
        episode,
        new Generation("vocabulary:" + terms.vocabulary().version(), who),
        List.of(proposal),
        retirement(stored));
  }

  private static Retirement retirement(Record stored) {
    return new Retirement(
        stored.get("f").get("factId").asString(),
        stored.get("f").get("slotKey").asString(),
        stored.get("subjectId").asString(),
        stored.get("subjectKind").asString(),
        true);
  }

  private static FactValue value(FactValue value, Renaming renaming) {
    return value instanceof FactValue.Text(String text)
        ? new FactValue.Text(renaming.values().getOrDefault(text, text))
        : value;
  }

  private static void judge(Remembered remembered, boolean dry) {
    var problem =
        Stream.concat(remembered.rejected().stream(), remembered.review().stream()).findFirst();
    if (problem.isPresent()) {
      throw new Undone(problem.get().message());
    }
    if (dry) {
      throw new Undone(null);
    }
  }

  private Change change(Fact fact, Renaming renaming) {
    var label = terms.vocabulary().predicate(renaming.to()).orElseThrow().label();
    return new Change(
        fact.factId(),
        fact.sentence(),
        fact.subjectLabel() + " " + label + " " + value(fact.value(), renaming).words() + ".");
  }

  /** Rolls the transaction back: a dry run, or a fact that cannot be carried over. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable String why;

    Undone(@Nullable String why) {
      super(why, null, false, false);
      this.why = why;
    }
  }
}

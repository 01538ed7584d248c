package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.shape.Shapes;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries plans out in lists: rows are appended and only ever closed. */
final class PaperStore {

  /** A row with its recorded time. */
  static final class Line {
    final StoredRow row;
    final Instant recordedFrom;
    @Nullable Instant recordedTo;

    Line(StoredRow row, Instant recordedFrom) {
      this.row = row;
      this.recordedFrom = recordedFrom;
    }

    boolean believedAt(Instant instant) {
      return !instant.isBefore(recordedFrom)
          && (recordedTo == null || instant.isBefore(recordedTo));
    }
  }

  private final Gate gate = new Gate(Vocabulary.shipped(), Shapes.shipped());
  private final Map<String, KnownEntity> keys = new HashMap<>();
  final List<Line> lines = new ArrayList<>();
  private final List<StoredConfirmation> confirmations = new ArrayList<>();
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");

  WritePlan remember(Episode episode, FactProposal... proposals) {
    return write(
        new Write(episode.key(), episode, new Generation("test", ""), List.of(proposals), null));
  }

  WritePlan write(Write write) {
    var resolved = gate.sift(write).resolve(keys);
    now = now.plusSeconds(1);
    var believed =
        lines.stream()
            .filter(line -> line.recordedTo == null)
            .map(line -> line.row)
            .filter(row -> resolved.subjectIds().contains(row.subjectId()))
            .toList();
    var plan = gate.plan(resolved, believed, confirmations, now);
    carryOut(plan);
    return plan;
  }

  /** Now, in recorded time. */
  Instant recordedNow() {
    return now;
  }

  /** The one value of a slot at a time, as it was believed at a time. */
  Optional<String> value(String predicate, Instant valid, Instant believed) {
    var found =
        lines.stream()
            .filter(line -> line.believedAt(believed) && line.row.valid().contains(valid))
            .filter(line -> line.row.predicate().equals(predicate))
            .map(line -> line.row.value().words())
            .toList();
    if (found.size() > 1) {
      throw new AssertionError("Two values at once: " + found);
    }
    return found.stream().findFirst();
  }

  private void carryOut(WritePlan plan) {
    plan.entities()
        .forEach(
            entity ->
                entity
                    .keys()
                    .forEach(
                        key ->
                            keys.putIfAbsent(
                                key, new KnownEntity(entity.id(), entity.kind(), entity.label()))));
    lines.stream()
        .filter(line -> plan.closed().contains(line.row.factId()))
        .forEach(line -> line.recordedTo = plan.recordedAt());
    plan.facts()
        .forEach(
            fact ->
                lines.add(
                    new Line(
                        new StoredRow(
                            fact.factId(),
                            fact.slotKey(),
                            fact.subjectId(),
                            fact.predicate(),
                            fact.value(),
                            fact.objectId(),
                            fact.valid(),
                            fact.rank()),
                        plan.recordedAt())));
    plan.confirmations()
        .forEach(
            c ->
                confirmations.add(
                    new StoredConfirmation(c.slotKey(), c.valueKey(), c.at(), c.rank())));
  }
}

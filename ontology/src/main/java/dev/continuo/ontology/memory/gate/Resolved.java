package dev.continuo.ontology.memory.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A write whose entities are known: it says what to lock and what to load before the plan. */
public final class Resolved {

  private final Sifted sifted;
  private final Parties parties;
  private final List<Placed> placed;
  private final List<Finding> findings;

  Resolved(Sifted sifted, Parties parties, List<Placed> placed, List<Finding> findings) {
    this.sifted = sifted;
    this.parties = parties;
    this.placed = List.copyOf(placed);
    this.findings = List.copyOf(findings);
  }

  /** Stored entities that the write may touch, in the order in which to lock them. */
  public SortedSet<String> entityIds() {
    return Stream.of(
            retired().map(Retirement::subjectId),
            placed.stream().map(Placed::subjectId),
            placed.stream().flatMap(p -> Stream.ofNullable(p.objectId())),
            parties.all().stream().flatMap(party -> party.maybeSame().keySet().stream()))
        .flatMap(ids -> ids)
        .filter(id -> parties.all().stream().noneMatch(p -> p.isNew() && p.id().equals(id)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Slots of stored entities in which an edge may be replaced: whoever it leads to now is touched
   * by the write as well.
   */
  public SortedSet<String> edgeSlotKeys() {
    var stored = entityIds();
    return Stream.concat(
            retired().map(Retirement::slotKey),
            placed.stream()
                .filter(p -> p.objectId() != null && stored.contains(p.subjectId()))
                .map(Placed::slotKey))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Entities whose believed facts the plan needs. */
  public SortedSet<String> subjectIds() {
    return Stream.concat(
            retired().map(Retirement::subjectId), placed.stream().map(Placed::subjectId))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Facts that proposals are derived from. */
  public SortedSet<String> bases() {
    return placed.stream()
        .flatMap(p -> p.candidate().proposal().bases().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Slots that the write may change, in the order in which to lock them. */
  public SortedSet<String> slotKeys() {
    return Stream.concat(retired().map(Retirement::slotKey), placed.stream().map(Placed::slotKey))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * From when on confirmations of a slot matter to this write: what was confirmed before its first
   * claim changes nothing.
   */
  public Instant claimedFrom(String slotKey) {
    return placed.stream()
        .filter(p -> p.slotKey().equals(slotKey))
        .map(p -> p.candidate().stated().from())
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private Stream<Retirement> retired() {
    return Stream.ofNullable(write().retires());
  }

  Write write() {
    return sifted.write();
  }

  Parties parties() {
    return parties;
  }

  List<Placed> placed() {
    return placed;
  }

  List<Finding> findings() {
    return findings;
  }
}

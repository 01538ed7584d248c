package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.WithheldFact.Status;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a finished attempt down as the plan that the store carries out. */
final class Plans {

  private final Vocabulary vocabulary;
  private final Resolved resolved;
  private final Write write;
  private final Instant recordedAt;
  private final Map<String, Parties.Party> parties = new HashMap<>();

  Plans(Vocabulary vocabulary, Resolved resolved, Instant recordedAt) {
    this.vocabulary = vocabulary;
    this.resolved = resolved;
    this.write = resolved.write();
    this.recordedAt = recordedAt;
    resolved.parties().all().forEach(party -> parties.put(party.id(), party));
  }

  WritePlan plan(Draft draft, Collection<Finding> findings) {
    var names = names(draft);
    var used = used(draft);
    return new WritePlan(
        write,
        recordedAt,
        used.stream().map(parties::get).filter(Objects::nonNull).map(this::change).toList(),
        List.copyOf(draft.closed()),
        draft.fallen(),
        draft.successors(write.retires()),
        draft.written().stream().map(row -> fact(row, names)).toList(),
        confirmations(draft),
        withheld(findings, used),
        findings.stream()
            .map(Finding::proposal)
            .distinct()
            .sorted()
            .map(write.proposals()::get)
            .toList(),
        names,
        entityIds(used));
  }

  /** Entities that an accepted or confirmed proposal speaks of. */
  private Set<String> used(Draft draft) {
    var used = new HashSet<String>();
    draft.written().forEach(row -> addParties(used, row.placed()));
    resolved.placed().stream()
        .filter(placed -> draft.confirmed().containsKey(placed.index()))
        .forEach(placed -> addParties(used, placed));
    return used;
  }

  private static void addParties(Set<String> used, @Nullable Placed placed) {
    if (placed != null) {
      used.add(placed.subjectId());
      if (placed.objectId() != null) {
        used.add(placed.objectId());
      }
    }
  }

  private WritePlan.EntityChange change(Parties.Party party) {
    return new WritePlan.EntityChange(
        party.id(),
        party.isNew(),
        party.kind(),
        party.label(),
        List.copyOf(party.keys()),
        List.copyOf(party.aliases()),
        Map.copyOf(party.maybeSame()));
  }

  private Map<String, String> names(Draft draft) {
    var changed =
        Stream.concat(draft.written().stream().map(Draft.NewRow::held), draft.dropped().stream())
            .map(Held::subjectId)
            .collect(Collectors.toSet());
    return draft.held().stream()
        .filter(held -> changed.contains(held.subjectId()) && isName(held.predicate()))
        .filter(held -> held.valid().contains(recordedAt))
        .collect(Collectors.toMap(Held::subjectId, h -> h.value().words(), (a, b) -> a));
  }

  private boolean isName(String predicate) {
    return vocabulary.predicate(predicate).map(Predicate::namesSubject).orElse(false);
  }

  private WritePlan.NewFact fact(Draft.NewRow written, Map<String, String> names) {
    var row = written.row();
    var held = written.held();
    var placed = written.placed();
    return new WritePlan.NewFact(
        row.factId(),
        written.slotKey(),
        held.subjectId(),
        held.predicate(),
        held.value(),
        held.objectId(),
        row.valid(),
        row.rank(),
        placed == null ? 1 : placed.candidate().proposal().confidence(),
        placed == null ? Evidence.of("") : placed.candidate().evidence(),
        sentence(held, names),
        placed == null ? -1 : placed.index(),
        written.continues() == null ? null : written.continues().factId(),
        written.supersedes(),
        placed == null ? List.of() : placed.candidate().proposal().bases());
  }

  private String sentence(Held held, Map<String, String> names) {
    var party = parties.get(held.subjectId());
    var subject = names.getOrDefault(held.subjectId(), party == null ? "It" : party.label());
    var verb = vocabulary.predicate(held.predicate()).map(Predicate::label).orElse("");
    return subject + " " + verb + " " + held.value().words() + ".";
  }

  private List<WritePlan.NewConfirmation> confirmations(Draft draft) {
    var confirmations = new ArrayList<WritePlan.NewConfirmation>();
    for (var placed : resolved.placed()) {
      var row = draft.confirmed().get(placed.index());
      if (row != null) {
        var proposal = placed.candidate().proposal();
        confirmations.add(
            new WritePlan.NewConfirmation(
                row.factId(),
                placed.slotKey(),
                placed.valueKey(),
                placed.candidate().stated().from(),
                proposal.rank(),
                proposal.confidence(),
                placed.candidate().evidence()));
      }
    }
    return confirmations;
  }

  private List<WithheldFact> withheld(Collection<Finding> findings, Set<String> used) {
    var byProposal = new TreeMap<Integer, List<Finding>>();
    findings.forEach(f -> byProposal.computeIfAbsent(f.proposal(), x -> new ArrayList<>()).add(f));
    return byProposal.values().stream().map(list -> withheld(list, used)).toList();
  }

  private WithheldFact withheld(List<Finding> findings, Set<String> used) {
    var first = findings.getFirst();
    var proposal = write.proposals().get(first.proposal());
    var subject = proposal.subject();
    var status = findings.stream().anyMatch(Finding::isRejected) ? Status.REJECTED : Status.REVIEW;
    return new WithheldFact(
        Ids.of("w-", write.key() + "#" + first.proposal()),
        status,
        subject.kind(),
        subject.key(),
        subject.label(),
        existing(subject, used),
        proposal.predicate(),
        vocabulary
            .predicate(proposal.predicate())
            .map(Predicate::label)
            .orElse(proposal.predicate()),
        proposal.value().words(),
        validFrom(proposal),
        proposal.rank(),
        proposal.confidence(),
        proposal.evidence().quote(),
        write.episode().key(),
        first.code(),
        findings.stream().map(Finding::message).distinct().collect(Collectors.joining(" ")),
        first.conflictingFactId(),
        recordedAt,
        null);
  }

  private @Nullable String existing(EntityRef reference, Set<String> used) {
    return parties.values().stream()
        .filter(party -> party.keys().contains(reference.key()))
        .filter(party -> !party.isNew() || used.contains(party.id()))
        .map(Parties.Party::id)
        .findFirst()
        .orElse(null);
  }

  private Instant validFrom(FactProposal proposal) {
    var from = proposal.validFrom();
    return from == null ? write.episode().occurredAt() : from;
  }

  private Map<String, String> entityIds(Set<String> used) {
    var ids = new TreeMap<String, String>();
    write.proposals().stream()
        .flatMap(
            p ->
                p.value() instanceof FactValue.Ref(EntityRef object)
                    ? Stream.of(p.subject(), object)
                    : Stream.of(p.subject()))
        .forEach(
            reference -> {
              var id = existing(reference, used);
              if (id != null) {
                ids.put(reference.key(), id);
              }
            });
    return ids;
  }
}

package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.Archive;
import dev.continuo.ontology.memory.FactNotFound;
import dev.continuo.ontology.memory.RetractionRefused;
import dev.continuo.ontology.shape.Shapes;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides what a write changes. Pure: the same input gives the same plan.
 *
 * <p>In three steps, between which the caller looks things up and locks them: {@link #sift} names
 * the keys, {@link Sifted#resolve} names the slots, {@link #plan} answers the changes. A proposal
 * that breaks a rule is taken out and the rest is tried again, until what is left conforms at every
 * instant that it changes. Safe for many threads.
 */
public final class Gate {

  private final Vocabulary vocabulary;
  private final Snapshots snapshots;

  public Gate(Vocabulary vocabulary, Shapes shapes) {
    this.vocabulary = vocabulary;
    this.snapshots = new Snapshots(vocabulary, shapes);
  }

  /** Reads the proposals in the vocabulary's terms. */
  public Sifted sift(Write write) {
    var sieve = new Sieve(vocabulary, write);
    return new Sifted(write, sieve.candidates(), sieve.findings());
  }

  /**
   * What the write changes.
   *
   * @param rows every believed fact of {@link Resolved#subjectIds()}
   * @param confirmations those of the same subjects' slots
   * @param recordedAt later than anything recorded in these slots
   * @throws FactNotFound when the fact to correct is not among {@code rows}
   * @throws RetractionRefused when a fact is to be taken away that something cannot be without
   */
  public WritePlan plan(
      Resolved resolved,
      Collection<StoredRow> rows,
      Collection<StoredConfirmation> confirmations,
      Instant recordedAt) {
    return plan(resolved, rows, confirmations, Set.of(), recordedAt);
  }

  /**
   * The same for proposals that are derived from facts.
   *
   * @param bases those of {@link Resolved#bases()} that are believed
   */
  public WritePlan plan(
      Resolved resolved,
      Collection<StoredRow> rows,
      Collection<StoredConfirmation> confirmations,
      Set<String> bases,
      Instant recordedAt) {
    var attempt = new Attempt(resolved, rows, confirmations, bases);
    attempt.run();
    return new Plans(vocabulary, resolved, recordedAt).plan(attempt.draft, attempt.findings());
  }

  /**
   * Why rows of an archive cannot be taken in, by the fact's id; what is not named may be written
   * as it is.
   */
  public Map<String, String> judge(Archive.Content archive) {
    return new Judging(vocabulary, snapshots, archive).refused();
  }

  /** The loop that takes out what breaks a rule. */
  private final class Attempt {

    private final Resolved resolved;
    private final Collection<StoredRow> rows;
    private final Collection<StoredConfirmation> confirmations;
    private final Set<String> bases;
    private final Map<String, String> kinds = new HashMap<>();
    private final Set<String> unknown;
    private final Set<Integer> out = new TreeSet<>();
    private final List<Finding> refused = new ArrayList<>();
    private Draft draft;

    Attempt(
        Resolved resolved,
        Collection<StoredRow> rows,
        Collection<StoredConfirmation> confirmations,
        Set<String> bases) {
      this.bases = bases;
      this.resolved = resolved;
      this.rows = rows;
      this.confirmations = confirmations;
      resolved.parties().all().forEach(party -> kinds.put(party.id(), party.kind()));
      this.unknown = resolved.placed().stream().map(Placed::subjectId).collect(Collectors.toSet());
      rows.forEach(row -> unknown.remove(row.subjectId()));
      var retires = resolved.write().retires();
      if (retires != null) {
        kinds.put(retires.subjectId(), retires.subjectKind());
        if (rows.stream().noneMatch(row -> row.factId().equals(retires.factId()))) {
          throw new FactNotFound(retires.factId());
        }
      }
      this.draft = draft(true);
    }

    void run() {
      take(snapshots.assertions(resolved.write().episode(), resolved.placed()));
      take(derivedFromNothing());
      do {
        draft = draft(true);
      } while (take(problems()));
      refuseBareRetraction();
      if (resolved.write().retires() != null && !findings().isEmpty()) {
        resolved.placed().forEach(placed -> out.add(placed.index()));
        refused.addAll(draft.findings());
        draft = draft(false);
      }
    }

    private Draft draft(boolean retire) {
      var next = new Draft(resolved.write().key(), rows, confirmations);
      var retired = retire ? resolved.write().retires() : null;
      if (retired != null) {
        next.retire(retired.factId());
      }
      next.applyAll(
          resolved.placed().stream().filter(placed -> !out.contains(placed.index())).toList(),
          retired == null ? null : retired.factId());
      return next;
    }

    /** Proposals that name a base which is not believed, or which this very write takes away. */
    private List<Finding> derivedFromNothing() {
      var retires = resolved.write().retires();
      return resolved.placed().stream()
          .flatMap(
              placed ->
                  placed.candidate().proposal().bases().stream()
                      .filter(
                          base ->
                              !bases.contains(base)
                                  || (retires != null && retires.factId().equals(base)))
                      .map(
                          base ->
                              Finding.rejected(
                                  placed.index(),
                                  "unknown-base",
                                  "It is derived from " + base + ", which is not believed.")))
          .toList();
    }

    private List<Finding> problems() {
      var problems = new ArrayList<>(snapshots.check(draft, kinds, unknown));
      draft.findings().stream().filter(Finding::isRejected).forEach(problems::add);
      problems.addAll(pointingAtRefused());
      return problems;
    }

    /** A new entity of which every statement was refused is not there to point to. */
    private List<Finding> pointingAtRefused() {
      var spokenOf =
          resolved.placed().stream()
              .filter(placed -> unknown.contains(placed.subjectId()))
              .collect(Collectors.groupingBy(Placed::subjectId));
      return resolved.placed().stream()
          .filter(placed -> placed.objectId() != null && !out.contains(placed.index()))
          .filter(
              placed ->
                  spokenOf.containsKey(placed.objectId())
                      && spokenOf.get(placed.objectId()).stream()
                          .allMatch(p -> out.contains(p.index())))
          .map(
              placed ->
                  Finding.rejected(
                      placed.index(),
                      "refused-target",
                      "It points to something that was refused itself."))
          .toList();
    }

    private void refuseBareRetraction() {
      var retired = resolved.write().retires();
      if (retired == null || !resolved.write().proposals().isEmpty()) {
        return;
      }
      snapshots.broken(draft, kinds).stream()
          .findFirst()
          .ifPresent(
              violation -> {
                throw new RetractionRefused(retired.factId(), violation.message());
              });
    }

    private boolean take(List<Finding> problems) {
      boolean news = false;
      for (var problem : problems) {
        if (out.add(problem.proposal())) {
          news = true;
        }
        if (!refused.contains(problem)) {
          refused.add(problem);
        }
      }
      return news;
    }

    List<Finding> findings() {
      var all = new ArrayList<>(resolved.findings());
      all.addAll(refused);
      draft.findings().stream()
          .filter(finding -> !out.contains(finding.proposal()))
          .forEach(all::add);
      return all;
    }
  }
}

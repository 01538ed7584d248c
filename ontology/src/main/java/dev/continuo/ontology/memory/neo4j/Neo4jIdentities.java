package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Identities;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.MergeProposal.State;
import dev.continuo.ontology.memory.MergeRefused;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.identity.Likeness;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.TransactionContext;

/**
 * Merges in Neo4j: a {@code :Merge} node per pair, and {@code mergedInto} on the entity that is
 * read with another. Facts are never moved, so taking a merge back is taking that mark off.
 */
final class Neo4jIdentities implements Identities {
  private final Store store;
  private final Neo4jVocabularies vocabularies;
  private final MemoryOptions options;

  Neo4jIdentities(Store store, Neo4jVocabularies vocabularies, MemoryOptions options) {
    this.store = store;
    this.vocabularies = vocabularies;
    this.options = options;
  }

  @Override
  public List<MergeProposal> proposals(State state, int limit) {
    return store.read(
        new Question("merges", null, "memory_merge_state"),
        (tx, tally) -> merges(tx).in(state, "", Slice.first(limit)));
  }

  @Override
  public Optional<MergeProposal> proposal(String id) {
    return store.read(
        new Question("merge", id, "memory_merge_id"), (tx, tally) -> merges(tx).find(id));
  }

  @Override
  public List<MergeProposal> lookFor(String entityId) {
    compare(entityId);
    return store.read(
        new Question("merges-of", entityId, "memory_entity_id"),
        (tx, tally) -> merges(tx).openOf(entityId));
  }

  @Override
  public int lookForAll(int most) {
    var fresh =
        store.read(
            new Question("never-compared", null, "memory_entity_seen"),
            (tx, tally) ->
                tx.run(
                        """
                        MATCH (e:Entity)
                        WHERE e.firstSeen > datetime('0001-01-01T00:00:00Z')
                          AND e.comparedAt IS NULL AND e.kind IN $kinds
                        RETURN e.id AS id ORDER BY e.firstSeen LIMIT $most
                        """,
                        Map.of("kinds", Profiles.KINDS, "most", Neo4jMemory.within(most)))
                    .list(r -> r.get("id").asString()));
    fresh.forEach(this::compare);
    return fresh.size();
  }

  private void compare(String entityId) {
    record Found(String other, Likeness.Judgement judgement) {}
    var found =
        store.read(
            new Question("look-for-merges", entityId, "memory_entity_words", "memory_key"),
            (tx, tally) -> {
              var profiles = new Profiles(tx);
              var own = profiles.of(entityId);
              var alike = new ArrayList<Found>();
              if (own.isPresent()) {
                for (var other : profiles.candidates(own.get())) {
                  var judgement = Likeness.of(own.get(), other, options.likeness());
                  if (judgement.score() >= Likeness.THRESHOLD) {
                    alike.add(new Found(other.id(), judgement));
                  }
                }
              }
              return alike;
            });
    store.write(
        new Question("propose-merges", entityId, "memory_merge_id"),
        BigDecimal.ZERO,
        tx -> {
          found.forEach(
              f ->
                  merges(tx)
                      .propose(
                          entityId, f.other(), f.judgement().score(), f.judgement().reasons()));
          return tx.run(
                  "MATCH (e:Entity {id: $id}) SET e.comparedAt = datetime()",
                  Map.of("id", entityId))
              .consume()
              .counters()
              .propertiesSet();
        });
  }

  @Override
  public MergeProposal propose(String entityId, String otherId, String who, String why) {
    return store.write(
        new Question("propose-merge", entityId, "memory_merge_id"),
        BigDecimal.ZERO,
        tx ->
            merges(tx)
                .propose(entityId, otherId, 1, List.of(who + " says so: " + why))
                .orElseThrow(
                    () ->
                        new MergeRefused(
                            "The pair " + entityId + " and " + otherId,
                            "they are of different kinds, one and the same already, or unknown.",
                            "Choose two different entities of one kind.")));
  }

  @Override
  public MergeProposal merge(String proposalId, String who, String why) {
    return settle(
        "merge",
        proposalId,
        (tx, merges, proposal) -> {
          if (proposal.state() == State.MERGED) {
            return proposal;
          }
          requireNot(State.DISMISSED, proposal);
          merges.join(proposal);
          return merges.mark(proposalId, State.MERGED, who, why);
        });
  }

  @Override
  public MergeProposal dismiss(String proposalId, String who, String why) {
    return settle(
        "dismiss-merge",
        proposalId,
        (tx, merges, proposal) -> {
          if (proposal.state() == State.DISMISSED) {
            return proposal;
          }
          requireNot(State.MERGED, proposal);
          return merges.mark(proposalId, State.DISMISSED, who, why);
        });
  }

  @Override
  public MergeProposal unmerge(String proposalId, String who, String why) {
    return settle(
        "unmerge",
        proposalId,
        (tx, merges, proposal) -> {
          if (proposal.state() == State.UNMERGED) {
            return proposal;
          }
          requireNot(State.OPEN, proposal);
          requireNot(State.DISMISSED, proposal);
          merges.part(proposal);
          return merges.mark(proposalId, State.UNMERGED, who, why);
        });
  }

  @Override
  public MergeProposal reopen(String proposalId, String who, String why) {
    return settle(
        "reopen-merge",
        proposalId,
        (tx, merges, proposal) -> {
          requireNot(State.MERGED, proposal);
          return proposal.state() == State.OPEN
              ? proposal
              : merges.mark(proposalId, State.OPEN, who, why);
        });
  }

  private static void requireNot(State state, MergeProposal proposal) {
    if (proposal.state() == state) {
      throw new MergeRefused(
          "The merge " + proposal.id(),
          "it is " + state.name().toLowerCase(Locale.ROOT) + ".",
          "Open the list of merges again.");
    }
  }

  private interface Settling {
    MergeProposal apply(TransactionContext tx, Merges merges, MergeProposal proposal);
  }

  private MergeProposal settle(String name, String proposalId, Settling settling) {
    return store.write(
        new Question(name, proposalId, "memory_merge_id"),
        BigDecimal.ZERO,
        tx -> {
          var merges = merges(tx);
          var proposal =
              merges
                  .lock(proposalId)
                  .orElseThrow(
                      () ->
                          new MergeRefused(
                              "The merge " + proposalId,
                              "there is no such proposal.",
                              "Open the list of merges again."));
          return settling.apply(tx, merges, proposal);
        });
  }

  private Merges merges(TransactionContext tx) {
    return new Merges(tx, vocabularies.current());
  }
}

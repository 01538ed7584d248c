package dev.continuo.ontology.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person leafs through: long lists in pieces, and all that belongs to one client. Only
 * reads. A list keeps its order from piece to piece; {@code words} narrows it to lines in which
 * they occur, empty words narrow nothing.
 */
public interface Browsing {
  /** Things of a kind, such as {@code schema:Person}: by name, or those with the words first. */
  List<SearchHit> things(String kind, String words, Slice slice);

  /**
   * Things, believed facts and sources by their words, best first.
   *
   * @param type only those, or {@code null} for all
   */
  List<SearchHit> search(String words, SearchHit.@Nullable Type type, Slice slice);

  /** Sources: the latest first, or those with the words. */
  List<SearchHit> episodes(String words, Slice slice);

  /** The facts that were accepted last, newest first. */
  List<Fact> latest(Slice slice);

  /** How much waits for a person; a count, not the items. */
  Waits waiting();

  /** Proposals that did not become facts, newest first. */
  List<WithheldFact> withheld(WithheldFact.Status status, String words, Slice slice);

  /** Pairs that may be one, most alike first. */
  List<MergeProposal> merges(MergeProposal.State state, String words, Slice slice);

  /** What a person decided about either, the latest first. */
  List<Decision> decided(String words, Slice slice);

  /** Believed facts whose ground fell, the latest first. */
  List<Fact> shaky(String words, Slice slice);

  /** What is said of an entity, by predicate; of each at most {@code each}. */
  List<FactGroup> groups(String entityId, AsOf asOf, int each);

  /** What is said of an entity by one predicate, the newest first. */
  List<Fact> facts(String entityId, String predicate, AsOf asOf, String words, Slice slice);

  /** Facts of others that point at it, the newest first. */
  List<Fact> references(String entityId, AsOf asOf, String words, Slice slice);

  /** Where it was spoken of, the latest first; only stored documents where they are asked for. */
  List<SourceLine> sources(
      String entityId, boolean documents, AsOf asOf, String words, Slice slice);

  /**
   * Commitments to and by an entity, or, of an organisation, those who work for it: the open ones
   * by the day they are due, then the others.
   */
  List<Thing> promises(String entityId, AsOf asOf, String words, Slice slice);

  /** Contracts with it, with their clauses and milestones; the latest first. */
  List<Thing> agreements(String entityId, AsOf asOf, String words, Slice slice);

  /** Signals about it that have not expired, the latest first. */
  List<Thing> signals(String entityId, AsOf asOf, Slice slice);

  /** From when to when anything about it began to hold; empty when nothing was ever said of it. */
  Optional<Days> days(String entityId);

  /** What was learned or fell since then, the latest first. */
  List<Change> changes(String entityId, Instant since, String words, Slice slice);

  /** Every row that the slot of a fact ever had, itself among them, the oldest recorded first. */
  List<Fact> history(String factId, String words, Slice slice);
}

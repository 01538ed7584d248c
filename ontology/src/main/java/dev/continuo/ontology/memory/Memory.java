package dev.continuo.ontology.memory;

import dev.continuo.ontology.memory.neo4j.Neo4jMemory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Continuo knows: facts with their sentence, source, validity and history.
 *
 * <p>Writes are idempotent by key: the same key does nothing twice, also when two threads or two
 * processes use it at once. A write is one transaction; it is all there or not at all. Everything
 * passes the gate: accepted, kept for review, or rejected with a reason. Safe for use by many
 * threads. Every method throws {@link MemoryUnavailable} when the store does not answer and {@link
 * MemoryFailed} when it refuses.
 */
public interface Memory extends AutoCloseable {

  /** Opens the memory at that address with the shipped vocabulary and shapes. */
  static Memory open(MemoryAddress address) {
    return open(address, MemoryOptions.usual());
  }

  /** Opens the memory at that address with the vocabulary and the extension that is kept there. */
  static Memory open(MemoryAddress address, MemoryOptions options) {
    return Neo4jMemory.open(address, options);
  }

  /**
   * Remembers what a source says.
   *
   * @param key durable key of this write, at most 512 characters
   * @return what became of each proposal; for a known key the first answer again
   */
  Remembered remember(
      String key, Episode episode, Generation generation, List<FactProposal> proposals);

  /**
   * Replaces a misread value over the fact's own interval; the old row stays in the history.
   *
   * @param reason the source of the correction; its text is the evidence
   * @throws FactNotFound when the fact is not believed any more
   */
  Remembered correct(
      String key, String factId, FactValue value, Episode reason, Generation generation);

  /**
   * Stops believing a fact and puts nothing in its place.
   *
   * @throws FactNotFound when the fact is not believed any more
   */
  Remembered retract(String key, String factId, Episode reason, Generation generation);

  /** What became of an earlier write. */
  Optional<Remembered> remembered(String key);

  /** An entity by its id or one of its keys. */
  Optional<Entity> entity(String idOrKey);

  /** Facts about an entity, by predicate and then validity. */
  List<Fact> facts(String entityId, AsOf asOf);

  /** Facts that hold now. */
  default List<Fact> facts(String entityId) {
    return facts(entityId, AsOf.now());
  }

  /**
   * Facts of other entities that point at this one.
   *
   * @param predicate only those, or {@code null} for all
   */
  List<Fact> references(String entityId, @Nullable String predicate, AsOf asOf);

  /** One fact with its sentence, source, history. */
  Optional<FactDetail> fact(String factId);

  /** An episode with its text. */
  Optional<Episode> episode(String key);

  /** Entities, believed facts and episodes by their words, best first. */
  List<SearchHit> search(String text, int limit);

  /** The facts that were accepted last, newest first. */
  List<Fact> latest(int limit);

  /**
   * When open commitments are due: their {@code vf:due} facts, the next one first. One that was
   * kept, broken or cancelled is not among them.
   *
   * @param before only those due before it
   */
  List<Fact> commitmentsDue(Instant before, int limit);

  /** Proposals that did not become facts, newest first. */
  List<WithheldFact> withheld(WithheldFact.Status status, int limit);

  /**
   * What surrounds an entity, or what an episode produced.
   *
   * @param depth steps from there, 0 to 4
   * @param limit most nodes to return
   */
  MemoryGraph graph(String entityIdOrEpisodeKey, int depth, int limit, AsOf asOf);

  /** What surrounds it now. */
  default MemoryGraph graph(String entityIdOrEpisodeKey, int depth, int limit) {
    return graph(entityIdOrEpisodeKey, depth, limit, AsOf.now());
  }

  /**
   * Throws the derived edges away and writes them again from the facts.
   *
   * @return how many there are now
   */
  int rebuildEdges();

  /** Long lists in pieces, and all that belongs to one client. */
  Browsing browse();

  /** What a person has to decide. */
  Reviews reviews();

  /** Which entities are one and the same. */
  Identities identities();

  /** Takes a client out of memory. */
  Erasures erasures();

  /** The terms in use, the operator's extension, and the migration of stored facts. */
  Vocabularies vocabularies();

  /** Everything, to carry out and back in. */
  Archive archive();

  @Override
  void close();
}

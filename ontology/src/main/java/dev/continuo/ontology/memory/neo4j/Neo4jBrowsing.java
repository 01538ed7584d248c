package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Browsing;
import dev.continuo.ontology.memory.Change;
import dev.continuo.ontology.memory.Days;
import dev.continuo.ontology.memory.Decision;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactGroup;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.SourceLine;
import dev.continuo.ontology.memory.Thing;
import dev.continuo.ontology.memory.Waits;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.neo4j.Store.Question;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Long lists in Neo4j. What orders a list is indexed, so a piece costs what it holds. */
final class Neo4jBrowsing implements Browsing {
  private static final String[] SUBJECT = {"memory_entity_id", "memory_entity_merged"};

  private final Store store;
  private final Neo4jVocabularies vocabularies;
  private final InstantSource clock;

  Neo4jBrowsing(Store store, Neo4jVocabularies vocabularies, InstantSource clock) {
    this.store = store;
    this.vocabularies = vocabularies;
    this.clock = clock;
  }

  @Override
  public List<SearchHit> things(String kind, String words, Slice slice) {
    return lists(
        new Question("things", kind, "memory_entity_name", "memory_entity_words"),
        l -> l.things(kind, words, slice));
  }

  @Override
  public List<SearchHit> search(String words, SearchHit.@Nullable Type type, Slice slice) {
    return store.read(
        new Question(
            "search", null, "memory_entity_words", "memory_fact_words", "memory_episode_words"),
        (tx, tally) -> new Search(tx, rows(), tally).search(words, type, slice));
  }

  @Override
  public List<SearchHit> episodes(String words, Slice slice) {
    return words.isBlank()
        ? lists(new Question("episodes", null, "memory_episode_at"), l -> l.episodes(slice))
        : search(words, SearchHit.Type.EPISODE, slice);
  }

  @Override
  public List<Fact> latest(Slice slice) {
    return store.read(
        new Question("latest", null, "memory_fact_recorded"),
        (tx, tally) -> new Recall(tx, rows(), tally).latest(slice));
  }

  @Override
  public Waits waiting() {
    return lists(new Question("waiting", null, "memory_withheld_status"), Lists::waiting);
  }

  @Override
  public List<WithheldFact> withheld(WithheldFact.Status status, String words, Slice slice) {
    return lists(
        new Question("withheld", null, "memory_withheld_status"),
        l -> l.withheld(status, words, slice));
  }

  @Override
  public List<MergeProposal> merges(MergeProposal.State state, String words, Slice slice) {
    return store.read(
        new Question("merges", null, "memory_merge_state"),
        (tx, tally) -> new Merges(tx, vocabularies.current()).in(state, words, slice));
  }

  @Override
  public List<Decision> decided(String words, Slice slice) {
    return store.read(
        new Question("decided", null, "memory_withheld_settled", "memory_merge_settled"),
        (tx, tally) ->
            new Lists(tx, rows()).decided(words, slice, new Merges(tx, vocabularies.current())));
  }

  @Override
  public List<Fact> shaky(String words, Slice slice) {
    return lists(new Question("shaky", null, "memory_stale_at"), l -> l.shaky(words, slice));
  }

  @Override
  public List<FactGroup> groups(String entityId, AsOf asOf, int each) {
    return client("facts", entityId, asOf, c -> c.groups(Neo4jMemory.within(each)));
  }

  @Override
  public List<Fact> facts(String entityId, String predicate, AsOf asOf, String words, Slice slice) {
    return client("facts", entityId, asOf, c -> c.facts(predicate, words, slice));
  }

  @Override
  public List<Fact> references(String entityId, AsOf asOf, String words, Slice slice) {
    return client("references", entityId, asOf, c -> c.references(words, slice));
  }

  @Override
  public List<SourceLine> sources(
      String entityId, boolean documents, AsOf asOf, String words, Slice slice) {
    return client("sources", entityId, asOf, c -> c.sources(documents, words, slice));
  }

  @Override
  public List<Thing> promises(String entityId, AsOf asOf, String words, Slice slice) {
    return things("promises", entityId, asOf, t -> t.promises(words, slice));
  }

  @Override
  public List<Thing> agreements(String entityId, AsOf asOf, String words, Slice slice) {
    return things("agreements", entityId, asOf, t -> t.agreements(words, slice));
  }

  @Override
  public List<Thing> signals(String entityId, AsOf asOf, Slice slice) {
    return things("signals", entityId, asOf, t -> t.signals(slice));
  }

  @Override
  public Optional<Days> days(String entityId) {
    return client("days", entityId, AsOf.now(), OfClient::days);
  }

  @Override
  public List<Change> changes(String entityId, Instant since, String words, Slice slice) {
    return client("changes", entityId, AsOf.now(), c -> c.changes(since, words, slice));
  }

  @Override
  public List<Fact> history(String factId, String words, Slice slice) {
    return store.read(
        new Question("history", null, "memory_fact_id"),
        (tx, tally) -> new Recall(tx, rows(), tally).history(factId, words, slice));
  }

  private <T> T lists(Question question, Function<Lists, T> answer) {
    return store.read(question, (tx, tally) -> answer.apply(new Lists(tx, rows())));
  }

  private <T> T client(String what, String entityId, AsOf asOf, Function<OfClient, T> answer) {
    return store.read(
        new Question(what, entityId, SUBJECT),
        (tx, tally) -> answer.apply(ofClient(tx, tally, entityId, asOf)));
  }

  private List<Thing> things(
      String what, String entityId, AsOf asOf, Function<ClientThings, List<Thing>> answer) {
    return store.read(
        new Question(what, entityId, SUBJECT),
        (tx, tally) -> answer.apply(new ClientThings(tx, rows(), entityId, asOf, clock.instant())));
  }

  private OfClient ofClient(TransactionContext tx, Tally tally, String entityId, AsOf asOf) {
    return new OfClient(tx, rows(), tally, entityId, asOf, clock.instant());
  }

  private Rows rows() {
    return vocabularies.terms().rows();
  }
}

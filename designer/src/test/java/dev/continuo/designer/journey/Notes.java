package dev.continuo.designer.journey;

import dev.continuo.designer.testing.RunningContinuo;
import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.NameLikeness;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people say in notes, written straight into the memory of the running product. */
final class Notes implements AutoCloseable {
  private final Memory memory;

  Notes(RunningContinuo continuo) {
    memory = Memory.open(address(continuo));
  }

  private Notes(Memory memory) {
    this.memory = memory;
  }

  /** Notes that were written down on another day. */
  static Notes of(RunningContinuo continuo, Instant day) {
    return new Notes(
        Memory.open(
            address(continuo),
            new MemoryOptions(Activities.none(), NameLikeness.none(), InstantSource.fixed(day))));
  }

  private static MemoryAddress address(RunningContinuo continuo) {
    var engines = continuo.engines();
    return new MemoryAddress(engines.boltUri(), engines.neo4jUser(), engines.neo4jPassword());
  }

  static EntityRef person(String name, String address) {
    return new EntityRef("schema:Person", "mailto:" + address, name);
  }

  static EntityRef organisation(String name, String domain) {
    return new EntityRef("org:Organization", "domain:" + domain, name);
  }

  /** One note that says one thing. */
  Remembered says(String sentence, EntityRef who, String predicate, FactValue value, Instant when) {
    String key = "note:" + UUID.randomUUID();
    return memory.remember(
        key,
        new Episode(key, "note", when, null, "A note of the owner's", sentence),
        new Generation("intake", "notes"),
        List.of(
            new FactProposal(
                who, predicate, value, when, 0.9, Evidence.of(sentence), SourceRank.MAIL)));
  }

  /** One note that says several things. */
  Remembered tells(Instant when, FactProposal... facts) {
    String key = "note:" + UUID.randomUUID();
    String text =
        Stream.of(facts)
            .map(fact -> fact.evidence().quote())
            .distinct()
            .collect(Collectors.joining("\n"));
    return memory.remember(
        key,
        new Episode(key, "note", when, null, "A note of the owner's", text),
        new Generation("intake", "notes"),
        List.of(facts));
  }

  /** What one of them says. */
  static FactProposal fact(EntityRef who, String predicate, FactValue value, Instant when) {
    return new FactProposal(
        who,
        predicate,
        value,
        when,
        null,
        0.9,
        Evidence.of(who.label() + ": " + value.words()),
        SourceRank.MAIL);
  }

  /** That value was misread. */
  void corrects(String factId, FactValue value, String why) {
    String key = "correction:" + UUID.randomUUID();
    memory.correct(key, factId, value, note(key, why), new Generation("owner", why));
  }

  /** That is not so. */
  void retracts(String factId, String why) {
    String key = "retraction:" + UUID.randomUUID();
    memory.retract(key, factId, note(key, why), new Generation("owner", why));
  }

  private static Episode note(String key, String why) {
    return new Episode(key, "note", Instant.now(), null, "A note of the owner's", why);
  }

  String id(EntityRef who) {
    return memory.entity(who.key()).orElseThrow().id();
  }

  @Override
  public void close() {
    memory.close();
  }
}

package dev.continuo.designer.journey;

import dev.continuo.designer.testing.RunningContinuo;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people say in notes, written straight into the memory of the running product. */
final class Notes implements AutoCloseable {
  private final Memory memory;

  Notes(RunningContinuo continuo) {
    var engines = continuo.engines();
    memory =
        Memory.open(
            new MemoryAddress(engines.boltUri(), engines.neo4jUser(), engines.neo4jPassword()));
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

  String id(EntityRef who) {
    return memory.entity(who.key()).orElseThrow().id();
  }

  @Override
  public void close() {
    memory.close();
  }
}

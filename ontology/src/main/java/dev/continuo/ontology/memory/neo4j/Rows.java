package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.WithheldFact;
import dev.continuo.ontology.memory.gate.Interval;
import dev.continuo.ontology.memory.gate.StoredRow;
import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.SlotKind;
import dev.continuo.ontology.vocabulary.ValueType;
import dev.continuo.ontology.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Turns what the store answers into memory's records. */
final class Rows {

  /** What {@link #fact} reads; goes behind a MATCH that binds {@code f:Fact}. */
  static final String FACT =
      """
      MATCH (f)-[:SUBJECT]->(s:Entity)
      MATCH (f)-[e:EVIDENCE]->(ep:Episode)
      OPTIONAL MATCH (f)-[:OBJECT]->(o:Entity)
      RETURN f, s.id AS subjectId, s.label AS subjectLabel, s.kind AS subjectKind,
             s.key AS subjectKey, e AS evidence, ep.key AS episodeKey,
             o.id AS objectId, o.kind AS objectKind, o.key AS objectKey, o.label AS objectLabel,
             EXISTS { (f)-[st:STALE]->() WHERE st.settledAt IS NULL } AS stale
      """;

  private final Vocabulary vocabulary;

  Rows(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Fact fact(Record record) {
    var f = record.get("f");
    var predicate = f.get("predicate").asString();
    return new Fact(
        f.get("factId").asString(),
        record.get("subjectId").asString(),
        record.get("subjectLabel").asString(),
        predicate,
        predicateLabel(predicate),
        value(record),
        text(record.get("objectId")),
        f.get("sentence").asString(),
        Times.read(f.get("validFrom")),
        Times.readOrNull(f.get("validTo")),
        Times.read(f.get("recordedFrom")),
        Times.readOrNull(f.get("recordedTo")),
        f.get("confidence").asDouble(),
        SourceRank.valueOf(f.get("rank").asString()),
        record.get("episodeKey").asString(),
        record.get("evidence").get("quote").asString(),
        record.get("stale").asBoolean(false));
  }

  /** True when at most one value of it holds at any instant. */
  boolean isFunctional(String predicate) {
    return vocabulary.predicate(predicate).map(p -> p.slots() == SlotKind.FUNCTIONAL).orElse(false);
  }

  static StoredRow stored(Record record) {
    var f = record.get("f");
    return new StoredRow(
        f.get("factId").asString(),
        f.get("slotKey").asString(),
        record.get("subjectId").asString(),
        f.get("predicate").asString(),
        value(record),
        text(record.get("objectId")),
        new Interval(Times.read(f.get("validFrom")), Times.readOrNull(f.get("validTo"))),
        SourceRank.valueOf(f.get("rank").asString()));
  }

  static FactValue value(Record record) {
    var f = record.get("f");
    var type = ValueType.valueOf(f.get("valueType").asString());
    return type == ValueType.REF
        ? new FactValue.Ref(
            new EntityRef(
                record.get("objectKind").asString(),
                record.get("objectKey").asString(),
                record.get("objectLabel").asString()))
        : FactValue.literal(type, f.get("value").asString());
  }

  Entity entity(Record record) {
    var e = record.get("e");
    var kind = e.get("kind").asString();
    return new Entity(
        e.get("id").asString(),
        kind,
        kindLabel(kind),
        e.get("label").asString(),
        record.get("keys").asList(Value::asString),
        record.get("aliases").asList(Value::asString).stream().distinct().toList(),
        Times.read(e.get("firstSeen")),
        record.get("version").asLong());
  }

  static Episode episode(Value node) {
    return new Episode(
        node.get("key").asString(),
        node.get("kind").asString(),
        Times.read(node.get("occurredAt")),
        text(node.get("sourceId")),
        node.get("title").asString(),
        node.get("text").asString());
  }

  WithheldFact withheld(Record record) {
    var w = record.get("w");
    var predicate = w.get("predicate").asString();
    return new WithheldFact(
        w.get("id").asString(),
        WithheldFact.Status.valueOf(w.get("status").asString()),
        w.get("subjectKind").asString(),
        w.get("subjectKey").asString(),
        w.get("subjectLabel").asString(),
        text(w.get("subjectId")),
        predicate,
        predicateLabel(predicate),
        w.get("value").asString(),
        Times.read(w.get("validFrom")),
        SourceRank.valueOf(w.get("rank").asString()),
        w.get("confidence").asDouble(),
        w.get("quote").asString(),
        w.get("episodeKey").asString(),
        w.get("code").asString(),
        w.get("message").asString(),
        text(w.get("conflictingFactId")),
        Times.read(w.get("at")),
        settled(w));
  }

  private static WithheldFact.@Nullable Settled settled(Value w) {
    return w.get("settledAt").isNull()
        ? null
        : new WithheldFact.Settled(
            w.get("settledBy").asString(),
            w.get("why").asString(),
            Times.read(w.get("settledAt")),
            text(w.get("factId")));
  }

  String predicateLabel(String curie) {
    return vocabulary.predicate(curie).map(Predicate::label).orElse(curie);
  }

  String kindLabel(String curie) {
    return vocabulary.kind(curie).map(EntityKind::label).orElse(curie);
  }

  static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}

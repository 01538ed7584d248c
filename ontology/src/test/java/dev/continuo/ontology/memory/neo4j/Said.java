package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short ways to say things in tests. */
final class Said {
  static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");

  private Said() {}

  static Instant day(int days) {
    return MARCH.plus(days, ChronoUnit.DAYS);
  }

  static EntityRef person(String name) {
    return new EntityRef("schema:Person", "mailto:" + name + "@acme.example", name);
  }

  static FactProposal fact(
      EntityRef subject, String predicate, String value, int day, SourceRank rank) {
    return new FactProposal(
        subject,
        predicate,
        new FactValue.Text(value),
        day(day),
        0.9,
        Evidence.of(subject.label() + " " + value),
        rank);
  }

  static FactProposal link(EntityRef subject, String predicate, EntityRef object, int day) {
    return new FactProposal(
        subject,
        predicate,
        new FactValue.Ref(object),
        day(day),
        0.9,
        Evidence.of(subject.label() + " " + object.label()),
        SourceRank.MAIL);
  }

  /** A mail that contains every sentence that the proposals quote. */
  static Episode mail(String key, FactProposal... facts) {
    return new Episode(
        key,
        "mail",
        MARCH,
        null,
        "Mail",
        Stream.of(facts).map(f -> f.evidence().quote() + ".").collect(Collectors.joining("\n")));
  }

  static Remembered remember(Memory memory, FactProposal... facts) {
    var key = "mail:" + TestMemory.unique();
    return memory.remember(key, mail(key, facts), new Generation("intake", "test"), List.of(facts));
  }
}

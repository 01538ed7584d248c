package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.EXTRACTED;
import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static dev.continuo.ontology.memory.neo4j.Said.link;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryActivity;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.NameLikeness;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to remember a mail with eleven facts, gate included, from half of the writers
 * known and half of them new. Prints p50 and p95; what is asserted is that each was told. For a
 * figure to keep: {@code -Dcontinuo.writes.warm=60 -Dcontinuo.writes=200}.
 */
@Tag("apart")
class WriteSpeedIT {
  private static final int WARM = Integer.getInteger("continuo.writes.warm", 10);
  private static final int WRITES = Integer.getInteger("continuo.writes", 40);

  @Test
  void tellsHowLongAMailTakes() {
    var told = new ArrayList<MemoryActivity>();
    var options = new MemoryOptions(told::add, NameLikeness.none(), InstantSource.system());
    try (var memory = Memory.open(TestMemory.address(), options)) {
      var house = TestMemory.unique();
      for (int i = 0; i < WARM + WRITES; i++) {
        write(memory, house, i);
      }
    }

    var micros =
        told.stream()
            .filter(a -> a.name().equals("remember"))
            .skip(WARM)
            .map(MemoryActivity::micros)
            .sorted()
            .toList();
    assertThat(micros).hasSize(WRITES);
    assertThat(told)
        .filteredOn(a -> a.name().equals("remember"))
        .allSatisfy(
            a -> {
              assertThat(a.rows()).isPositive();
              assertThat(a.indexes()).contains("memory_slot");
              assertThat(a.failure()).isNull();
            });
    System.out.printf(
        Locale.ROOT,
        "write of a mail with 11 facts: p50 %.1f ms, p95 %.1f ms, max %.1f ms%n",
        micros.get(WRITES / 2) / 1e3,
        micros.get(WRITES * 95 / 100) / 1e3,
        micros.getLast() / 1e3);
  }

  private static void write(Memory memory, String house, int number) {
    var who = house + "-" + (number % 2 == 0 ? number : number % 20);
    var person = new EntityRef("schema:Person", "mailto:" + who + "@x.example", "P " + who);
    var org = new EntityRef("org:Organization", "domain:" + house + ".example", "H " + house);
    var message = new EntityRef("schema:EmailMessage", "message:" + house + number, "M" + number);
    var request = new EntityRef("continuo:Request", "request:" + house + number, "R" + number);
    FactProposal[] facts = {
      link(message, "schema:sender", person, number),
      fact(message, "schema:headline", "Website " + number, number, MAIL),
      fact(person, "schema:name", person.label(), number, MAIL),
      fact(person, "schema:email", who + "@x.example", number, MAIL),
      fact(person, "vcard:language", "en", number, EXTRACTED),
      link(person, "schema:worksFor", org, number),
      fact(org, "schema:name", org.label(), number, MAIL),
      fact(request, "continuo:requestKind", "quote", number, EXTRACTED),
      link(request, "continuo:requestedBy", person, number),
      link(request, "continuo:arrivedIn", message, number),
      fact(request, "continuo:state", "open", number, EXTRACTED),
    };
    var key = "mail:" + house + number;
    var remembered =
        memory.remember(key, Said.mail(key, facts), new Generation("t", ""), List.of(facts));
    assertThat(remembered.rejected()).isEmpty();
  }
}

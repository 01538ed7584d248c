package dev.continuo.ontology.memory.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.gate.NaiveSlot;
import dev.continuo.ontology.memory.gate.RandomHistory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of one slot in the real store: current, valid at, believed at. */
@Tag("apart")
class RandomHistoriesIT {

  private static final int WRITES = 20;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));

  @ParameterizedTest
  @ValueSource(longs = {9, 98, 987, 9876})
  void equalsOneCellPerDay(long seed) {
    var random = new Random(seed);
    InstantSource clock = now::get;
    try (var memory = TestMemory.open(clock)) {
      var person = "person:" + TestMemory.unique();
      var model = new NaiveSlot(RandomHistory.DAYS);
      var recorded = new ArrayList<Instant>();
      for (int write = 0; write < WRITES; write++) {
        now.set(now.get().plusSeconds(60));
        recorded.add(now.get());
        var said = RandomHistory.said(random);
        var accepted = model.hear(said);
        assertThat(tell(memory, person, said)).as("%s", said).isEqualTo(accepted);
      }
      var id = memory.entity(person).orElseThrow().id();
      for (int day = 0; day < RandomHistory.DAYS; day += 3) {
        assertThat(role(memory, id, AsOf.validAt(RandomHistory.day(day))))
            .isEqualTo(model.value(day, WRITES));
        for (int write = 0; write < WRITES; write += 4) {
          assertThat(role(memory, id, new AsOf(RandomHistory.day(day), recorded.get(write))))
              .isEqualTo(model.value(day, write + 1));
        }
      }
      now.set(RandomHistory.day(RandomHistory.DAYS - 1));
      assertThat(role(memory, id, AsOf.now()))
          .isEqualTo(model.value(RandomHistory.DAYS - 1, WRITES));
    }
  }

  private static boolean tell(Memory memory, String person, NaiveSlot.Said said) {
    var key = "note:" + TestMemory.unique();
    var note = new Episode(key, "note", RandomHistory.day(0), null, "Note", "It says so.");
    return memory
        .remember(
            key, note, new Generation("test", ""), List.of(RandomHistory.proposal(said, person)))
        .review()
        .isEmpty();
  }

  private static String role(Memory memory, String id, AsOf asOf) {
    return memory.facts(id, asOf).stream()
        .filter(f -> f.predicate().equals(RandomHistory.PREDICATE))
        .map(Fact::value)
        .map(value -> value.words())
        .reduce(
            (a, b) -> {
              throw new AssertionError("Two values at once: " + a + ", " + b);
            })
        .orElse(null);
  }
}

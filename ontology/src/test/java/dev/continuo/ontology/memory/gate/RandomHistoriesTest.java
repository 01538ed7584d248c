package dev.continuo.ontology.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of one slot, against two models that are too simple to be wrong. */
class RandomHistoriesTest {

  private static final int HISTORIES = 100;
  private static final int WRITES = 25;

  /** Ends, ranks, late facts, repetitions: one cell per day and a copy per write. */
  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333})
  void equalsOneCellPerDay(long seed) {
    var random = new Random(seed);
    for (int history = 0; history < HISTORIES; history++) {
      var store = new PaperStore();
      var model = new NaiveSlot(RandomHistory.DAYS);
      var recorded = new ArrayList<Instant>(List.of(Instant.EPOCH));
      var told = new ArrayList<NaiveSlot.Said>();
      for (int write = 0; write < WRITES; write++) {
        var said = RandomHistory.said(random);
        told.add(said);
        var accepted = model.hear(said);
        var plan = store.remember(RandomHistory.episode(write), RandomHistory.proposal(said));
        recorded.add(plan.recordedAt());
        assertThat(plan.withheld().isEmpty()).as("accepted %s", told).isEqualTo(accepted);
        assertThat(plan.withheld()).allMatch(w -> w.conflictingFactId() != null);
      }
      for (int write = 0; write <= WRITES; write++) {
        for (int day = 0; day < RandomHistory.DAYS; day++) {
          assertThat(
                  store
                      .value(RandomHistory.PREDICATE, RandomHistory.day(day), recorded.get(write))
                      .orElse(null))
              .as("day %d as believed after %d writes of %s", day, write, told)
              .isEqualTo(model.value(day, write));
        }
      }
    }
  }

  /** Open statements of equal rank in any order: the one that starts last holds. */
  @ParameterizedTest
  @ValueSource(longs = {4, 55, 666})
  void theStatementThatStartsLastHoldsWhateverTheOrderOfArrival(long seed) {
    var random = new Random(seed);
    for (int history = 0; history < HISTORIES; history++) {
      var store = new PaperStore();
      var told = new ArrayList<NaiveSlot.Said>();
      var days = new HashSet<Integer>();
      for (int write = 0; write < WRITES; write++) {
        int day = random.nextInt(RandomHistory.DAYS);
        if (days.add(day)) {
          var said = new NaiveSlot.Said(day, null, RandomHistory.value(random), RandomHistory.RANK);
          told.add(said);
          store.remember(RandomHistory.episode(write), RandomHistory.proposal(said));
        }
      }
      for (int day = 0; day < RandomHistory.DAYS; day++) {
        int today = day;
        var expected =
            told.stream()
                .filter(said -> said.from() <= today)
                .max(Comparator.comparing(NaiveSlot.Said::from))
                .map(NaiveSlot.Said::value);
        assertThat(
                store.value(RandomHistory.PREDICATE, RandomHistory.day(day), store.recordedNow()))
            .as("day %d of %s", day, told)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 88})
  void onlyEverClosesRowsAndNeverLosesOne(long seed) {
    var random = new Random(seed);
    var store = new PaperStore();
    int rows = 0;
    for (int write = 0; write < 200; write++) {
      var plan =
          store.remember(
              RandomHistory.episode(write), RandomHistory.proposal(RandomHistory.said(random)));
      assertThat(store.lines).hasSize(rows + plan.facts().size());
      rows = store.lines.size();
      assertThat(store.lines.stream().map(line -> line.row.factId())).doesNotHaveDuplicates();
    }
  }
}

package dev.continuo.ontology.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories in which people accept and dismiss what was held back, correct and retract what
 * is known, in between of what sources say: current, valid and believed equal the naive model.
 */
class PeopleDecideHistoriesTest {
  private static final int HISTORIES = 60;
  private static final int STEPS = 30;

  @ParameterizedTest
  @ValueSource(longs = {2, 33, 444, 5555})
  void equalsOneCellPerDay(long seed) {
    var random = new Random(seed);
    for (int history = 0; history < HISTORIES; history++) {
      new History(random).run();
    }
  }

  /** One slot, told to the gate and to the model alike. */
  private static final class History {
    private final Random random;
    private final PaperStore store = new PaperStore();
    private final NaiveSlot model = new NaiveSlot(RandomHistory.DAYS);
    private final List<Instant> recorded = new ArrayList<>(List.of(Instant.EPOCH));
    private final Deque<NaiveSlot.Said> held = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private int number;

    History(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(8)) {
          case 0 -> accept();
          case 1 -> dismiss();
          case 2 -> retract();
          case 3 -> correct();
          default -> hear();
        }
        recorded.add(store.recordedNow());
      }
      for (int step = 0; step <= STEPS; step++) {
        for (int day = 0; day < RandomHistory.DAYS; day++) {
          assertThat(
                  store
                      .value(RandomHistory.PREDICATE, RandomHistory.day(day), recorded.get(step))
                      .orElse(null))
              .as("day %d as believed after %d of %s", day, step, told)
              .isEqualTo(model.value(day, step));
        }
      }
    }

    private void hear() {
      var said = RandomHistory.said(random);
      told.add("hear " + said);
      var accepted = model.hear(said);
      var plan = store.remember(RandomHistory.episode(number++), RandomHistory.proposal(said));
      assertThat(plan.withheld().isEmpty()).as("%s", told).isEqualTo(accepted);
      if (!accepted) {
        held.add(said);
      }
    }

    private void accept() {
      if (held.isEmpty()) {
        hear();
        return;
      }
      var item = held.poll();
      var known = believedOn(item.from());
      var rank = SourceRank.HUMAN_APPROVAL;
      if (known != null && known.rank().outranks(rank)) {
        rank = known.rank();
      }
      var decided = new NaiveSlot.Said(item.from(), item.to(), item.value(), rank);
      told.add("accept " + decided);
      model.decide(decided);
      var plan = store.write(write(List.of(RandomHistory.proposal(decided)), null, true));
      assertThat(plan.withheld()).as("%s", told).isEmpty();
    }

    private void dismiss() {
      told.add("dismiss " + held.poll());
      model.nothing();
    }

    private void retract() {
      int day = random.nextInt(RandomHistory.DAYS);
      var row = believedOn(day);
      if (row == null) {
        hear();
        return;
      }
      told.add("retract day " + day);
      model.retract(day);
      store.write(write(List.of(), retirement(row), false));
    }

    private void correct() {
      int day = random.nextInt(RandomHistory.DAYS);
      var row = believedOn(day);
      if (row == null) {
        hear();
        return;
      }
      var value = RandomHistory.value(random);
      told.add("correct day " + day + " to " + value);
      model.correct(day, value);
      var rank =
          row.rank().outranks(SourceRank.HUMAN_APPROVAL) ? row.rank() : SourceRank.HUMAN_APPROVAL;
      var said =
          new FactProposal(
              RandomHistory.proposal(new NaiveSlot.Said(0, null, value, rank)).subject(),
              RandomHistory.PREDICATE,
              new FactValue.Text(value),
              row.valid().from(),
              row.valid().to(),
              1,
              dev.continuo.ontology.memory.Evidence.of("It says so."),
              rank);
      var plan = store.write(write(List.of(said), retirement(row), false));
      assertThat(plan.withheld()).as("%s", told).isEmpty();
    }

    private StoredRow believedOn(int day) {
      return store.lines.stream()
          .filter(line -> line.recordedTo == null)
          .map(line -> line.row)
          .filter(row -> row.valid().contains(RandomHistory.day(day)))
          .findFirst()
          .orElse(null);
    }

    private static Retirement retirement(StoredRow row) {
      return new Retirement(row.factId(), row.slotKey(), row.subjectId(), "schema:Person");
    }

    private Write write(List<FactProposal> proposals, Retirement retires, boolean decided) {
      Episode episode = RandomHistory.episode(number++);
      return new Write(
          episode.key(), episode, new Generation("owner", ""), proposals, retires, decided);
    }
  }
}

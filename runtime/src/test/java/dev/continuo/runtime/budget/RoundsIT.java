package dev.continuo.runtime.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.budget.Reservation.AtCap;
import dev.continuo.runtime.budget.Reservation.Granted;
import dev.continuo.runtime.budget.Reservation.Refused;
import dev.continuo.runtime.budget.Settlement.Ending;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.DecisionTestApp;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.StepContext;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger on a real PostgreSQL, with the shipped table of caps and a plan of 13 euros. */
@Tag("apart")
class RoundsIT {
  private static final Instant TENTH = Instant.parse("2026-06-10T12:00:00Z");
  private static final ModelUsed MODEL = new ModelUsed("economy", "openai", "small");
  private static final Work ASKED = Work.asked("research", null);
  private static final long CENT = 10_000;

  @Test
  void whatIsReservedCountsUntilItIsSettledAndOnlyWhatWasUsedStays() {
    try (var house = BudgetHouse.fresh(TENTH)) {
      var key = granted(house.rounds().reserve(ASKED, MODEL, 20 * CENT));
      assertThat(house.taken("month:2026-06")).isEqualTo(20 * CENT);
      assertThat(house.bills().of(YearMonth.of(2026, 6)).reserved()).isEqualTo(20 * CENT);

      house.rounds().settle(key, new Settlement(Ending.ANSWERED, 900, 100, 3 * CENT, ""));
      house.rounds().settle(key, new Settlement(Ending.FAILED, 0, 0, 9 * CENT, "again"));

      assertThat(house.taken("month:2026-06")).isEqualTo(3 * CENT);
      assertThat(house.taken("day:2026-06-10")).isEqualTo(3 * CENT);
      var bill = house.bills().of(YearMonth.of(2026, 6));
      assertThat(bill.spent()).isEqualTo(3 * CENT);
      assertThat(bill.reserved()).isZero();
      assertThat(bill.told()).as("its own rounds are not counted twice").isZero();
      assertThat(house.app.getBean(GuardEvents.class).total("money-spent", TENTH, "-"))
          .as("the guard over spending hears of it")
          .isEqualTo(0.03);
      assertThat(house.bills().rounds(RoundFilter.of(YearMonth.of(2026, 6)), 10))
          .singleElement()
          .satisfies(
              round -> {
                assertThat(round.ending()).isEqualTo(Ending.ANSWERED);
                assertThat(round.tokensIn()).isEqualTo(900);
              });
    }
  }

  @Test
  void manyAtOnceNeverOverrunACap() throws Exception {
    try (var house = BudgetHouse.fresh(TENTH);
        var threads = Executors.newFixedThreadPool(24)) {
      var gate = new CyclicBarrier(24);
      var tries = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 24; i++) {
        String client = "client-" + i % 5;
        tries.add(
            () -> {
              gate.await();
              int granted = 0;
              for (int n = 0; n < 10; n++) {
                var work = Work.asked("research", client);
                if (house.rounds().reserve(work, MODEL, 7 * CENT) instanceof Granted) {
                  granted++;
                }
              }
              return granted;
            });
      }
      int granted = 0;
      for (Future<Integer> one : threads.invokeAll(tries)) {
        granted += one.get();
      }
      // a tenth of 13 euros a day: 130 cents hold 18 reservations of 7
      assertThat(granted).isEqualTo(18);
      assertThat(house.taken("day:2026-06-10")).isEqualTo(126 * CENT);
      assertThat(house.taken("month:2026-06"))
          .as("who was refused by one cap took nothing of the others")
          .isEqualTo(126 * CENT);
      assertThat(clients(house)).isEqualTo(126 * CENT);
    }
  }

  private static long clients(BudgetHouse house) {
    return house
        .jdbc()
        .sql("SELECT sum(taken) FROM budget_taken WHERE scope LIKE 'client:%'")
        .query(Long.class)
        .single();
  }

  @Test
  void settlingWhileOthersReserveNeitherLosesNorLocks() throws Exception {
    try (var house = BudgetHouse.fresh(TENTH);
        var threads = Executors.newFixedThreadPool(12)) {
      var tries = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 12; i++) {
        var work = Work.asked("research", "client-" + i % 3);
        tries.add(
            () -> {
              int done = 0;
              for (int n = 0; n < 10; n++) {
                if (house.rounds().reserve(work, MODEL, 5 * CENT) instanceof Granted granted) {
                  house
                      .rounds()
                      .settle(granted.key(), new Settlement(Ending.ANSWERED, 1, 1, 1_000, ""));
                  done++;
                }
              }
              return done;
            });
      }
      int done = 0;
      for (Future<Integer> one : threads.invokeAll(tries)) {
        done += one.get();
      }
      assertThat(done).as("most had room").isPositive();
      assertThat(house.taken("month:2026-06")).isEqualTo(done * 1_000L);
      assertThat(clients(house)).isEqualTo(done * 1_000L);
    }
  }

  @Test
  void eachCapSaysWhatItIsAndWhatIsDone() {
    try (var house = BudgetHouse.fresh(TENTH)) {
      var call = refused(house.rounds().reserve(ASKED, MODEL, 27 * CENT));
      assertThat(call.scope()).isEqualTo(Scope.CALL);
      assertThat(call.atCap()).isEqualTo(AtCap.STOP);
      assertThat(call.reason())
          .isEqualTo(
              "EUR 0.26 for a single call would be overrun. A single call of this size is a mistake.");
      assertThat(call.rule()).startsWith("Budget caps v1, row 6");

      spendElsewhere(house, "a", 10.5);
      var night = new Work(Lane.BACKGROUND, "roll-up", null, null);
      var month = refused(house.rounds().reserve(night, MODEL, CENT));
      assertThat(month.scope()).as("what others told counts").isEqualTo(Scope.MONTH);
      assertThat(month.atCap()).isEqualTo(AtCap.DEFER);

      assertThat(house.rounds().reserve(night, MODEL, 0))
          .as("what costs nothing asks no cap")
          .isInstanceOf(Granted.class);
      assertThat(house.bills().of(YearMonth.of(2026, 6)).refused()).isEqualTo(2);
      assertThat(house.app.getBean(Decisions.class).latest("budget-caps", 10))
          .as("every answer of the table is kept")
          .isNotEmpty();
    }
  }

  @Test
  void whatTheOwnerLendsLetsItGoOnAndWhoLendsNothingIsNotAskedAgain() {
    try (var house = BudgetHouse.fresh(TENTH)) {
      house.bills().plan(2, "Ida"); // of a client 60 cents, of a day 20, of a call 4
      var client = Work.asked("research", "client-1");
      house.loans.answer("day:2026-06-10", 5_000_000, "Ida");
      for (int i = 0; i < 15; i++) {
        granted(house.rounds().reserve(client, MODEL, 4 * CENT));
      }
      var asked = refused(house.rounds().reserve(client, MODEL, 4 * CENT));
      assertThat(asked.scope()).isEqualTo(Scope.CLIENT);
      assertThat(asked.atCap()).isEqualTo(AtCap.ASK);
      assertThat(asked.counted()).isEqualTo("client:2026-06:client-1");
      assertThat(asked.lend()).as("a quarter of the cap").isEqualTo(15 * CENT);

      house.loans.answer(asked.counted(), 8 * CENT, "Ida");
      granted(house.rounds().reserve(client, MODEL, 4 * CENT));
      granted(house.rounds().reserve(client, MODEL, 4 * CENT));
      var again = refused(house.rounds().reserve(client, MODEL, 4 * CENT));
      assertThat(again.atCap()).as("what was lent is used up").isEqualTo(AtCap.ASK);
      assertThat(again.answers()).isEqualTo(1);
      assertThat(house.rounds().reserve(Work.asked("research", "client-2"), MODEL, 4 * CENT))
          .as("another client has room of its own")
          .isInstanceOf(Granted.class);

      house.loans.answer(asked.counted(), 0, "Ida");
      assertThat(refused(house.rounds().reserve(client, MODEL, 4 * CENT)).atCap())
          .isEqualTo(AtCap.DEGRADE);
    }
  }

  @Test
  void whatIsLentToAMonthIsRoomInItsPlan() {
    try (var house = BudgetHouse.fresh(TENTH)) {
      spendElsewhere(house, "lent", 13);
      assertThat(house.plan.spent().share()).isEqualTo(1);
      assertThat(house.bills().standing()).allMatch(Bill.Standing::degraded);
      house.loans.answer("month:2026-06", 87_000_000, "Ida");
      assertThat(house.plan.spent().share()).isEqualTo(0.13);
      assertThat(house.bills().standing()).noneMatch(Bill.Standing::degraded);
    }
  }

  @Test
  void workIsPutOffForAWhileAndNotForEver() {
    try (var house = BudgetHouse.fresh(TENTH)) {
      var deferrals = new StoredDeferrals(house.jdbc());
      var step = new Visit(7);
      for (int i = 0; i < StoredDeferrals.MOST; i++) {
        assertThat(deferrals.again(step)).isTrue();
      }
      assertThat(deferrals.again(step)).isFalse();
      assertThat(deferrals.again(new Visit(8))).as("another visit counts anew").isTrue();
    }
  }

  /** One visit of a step. */
  private record Visit(long elementInstanceKey) implements StepContext {
    @Override
    public long jobKey() {
      return 1;
    }

    @Override
    public long runKey() {
      return 2;
    }

    @Override
    public String flowId() {
      return "roll-ups";
    }

    @Override
    public int flowVersion() {
      return 1;
    }

    @Override
    public String elementId() {
      return "roll-up-week";
    }

    @Override
    public Map<String, Object> variables() {
      return Map.of();
    }

    @Override
    public Map<String, String> headers() {
      return Map.of();
    }
  }

  @Test
  void aTableWithoutAnAnswerSpendsNothing() {
    try (var house = BudgetHouse.fresh(TENTH)) {
      var tables = house.app.getBean(DecisionTables.class);
      var draft = tables.draft("budget-caps");
      var xml = draft.xml();
      for (String row : List.of("budget-caps-day", "budget-caps-rest")) {
        int from = xml.indexOf("<rule id=\"" + row + "\"");
        xml = xml.substring(0, from) + xml.substring(xml.indexOf("</rule>", from) + 7);
      }
      tables.saveDraft("budget-caps", xml, draft.revision());
      tables.release("budget-caps", "Ida", "");

      var none = refused(house.rounds().reserve(ASKED, MODEL, CENT));
      assertThat(none.scope()).isEqualTo(Scope.DAY);
      assertThat(none.reason()).contains("no answer");
      assertThat(house.taken("month:2026-06")).isZero();
    }
  }

  @Test
  void whatWasCutOffIsCountedAtItsMostAfterTheNextStart() {
    var database = DecisionTestApp.freshDatabase();
    try (var house = new BudgetHouse(database, TENTH)) {
      granted(house.rounds().reserve(ASKED, MODEL, 20 * CENT));
    }
    try (var house = new BudgetHouse(database, TENTH.plusSeconds(60))) {
      assertThat(house.stored.settleLost(TENTH)).as("what began after the start").isZero();
      assertThat(house.stored.settleLost(TENTH.plusSeconds(30))).isEqualTo(1);
      assertThat(house.stored.settleLost(TENTH.plusSeconds(30))).as("once").isZero();
      var bill = house.bills().of(YearMonth.of(2026, 6));
      assertThat(bill.spent()).isEqualTo(20 * CENT);
      assertThat(bill.reserved()).isZero();
      assertThat(house.taken("month:2026-06")).isEqualTo(20 * CENT);
    }
  }

  @Test
  void workGetsPlainerByWhatTheLedgerSpent() {
    try (var house = BudgetHouse.fresh(TENTH)) {
      assertThat(house.bills().standing()).noneMatch(Bill.Standing::degraded);
      house.bills().plan(1, "Ida");
      for (int i = 0; i < 5; i++) {
        var key = granted(house.rounds().reserve(ASKED, MODEL, 2 * CENT));
        house.rounds().settle(key, new Settlement(Ending.ANSWERED, 1, 1, 2 * CENT, ""));
      }
      assertThat(house.plan.spent().share()).isEqualTo(0.1);
      house.bills().plan(13, "Ida");
      spendElsewhere(house, "b", 13);
      var over = house.bills().standing();
      assertThat(over).allMatch(Bill.Standing::degraded);
      assertThat(over.getFirst().now().reason()).contains("used up");
      var bill = house.bills().of(YearMonth.of(2026, 6));
      assertThat(bill.gone()).isEqualTo(13_100_000);
      assertThat(bill.forecast()).isNotNull();
      assertThat(bill.forecast().low()).isBetween(13_100_000L, bill.forecast().middle());
      assertThat(bill.forecast().high()).isGreaterThan(bill.forecast().middle());
    }
  }

  private static void spendElsewhere(BudgetHouse house, String id, double euros) {
    house
        .app
        .getBean(GuardEvents.class)
        .tell(
            List.of(
                new GuardEvent(
                    id, "money-spent", "", TENTH.minusSeconds(200_000), null, "", euros)));
  }

  private static String granted(Reservation reservation) {
    assertThat(reservation).isInstanceOf(Granted.class);
    return ((Granted) reservation).key();
  }

  private static Refused refused(Reservation reservation) {
    assertThat(reservation).isInstanceOf(Refused.class);
    return (Refused) reservation;
  }
}

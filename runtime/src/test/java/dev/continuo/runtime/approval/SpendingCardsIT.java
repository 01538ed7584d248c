package dev.continuo.runtime.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.runtime.budget.BudgetHouse;
import dev.continuo.runtime.budget.ModelUsed;
import dev.continuo.runtime.budget.Reservation;
import dev.continuo.runtime.budget.Reservation.AtCap;
import dev.continuo.runtime.budget.Reservation.Granted;
import dev.continuo.runtime.budget.Reservation.Refused;
import dev.continuo.runtime.budget.Scope;
import dev.continuo.runtime.budget.SpendingRefused;
import dev.continuo.runtime.budget.Work;
import dev.continuo.runtime.decision.DecisionTestApp;
import dev.continuo.runtime.decision.Decisions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Tag("apart")
class SpendingCardsIT {
  private static final LocalDate TENTH = LocalDate.of(2026, 6, 10);
  private static final ModelUsed MODEL = new ModelUsed("economy", "openai", "small");
  private static final Work CLIENT = Work.asked("research", "client-1");
  private static final long CENT = 10_000;

  private BudgetHouse house;
  private StoredApprovals approvals;
  private SpendingCards cards;

  @BeforeEach
  void open() {
    house = BudgetHouse.fresh(Instant.parse("2026-06-10T12:00:00Z"));
    approvals =
        new StoredApprovals(
            house.app().getBean(JdbcClient.class),
            JsonMapper.shared(),
            new Severities(house.app().getBean(Decisions.class)),
            house.app().getBean(DecisionTestApp.RememberedTrace.class),
            house.app());
    cards = new SpendingCards(approvals, house.loans());
    house
        .app()
        .addApplicationListener(
            (ApplicationListener<PayloadApplicationEvent<?>>)
                event -> {
                  switch (event.getPayload()) {
                    case SpendingRefused refused -> cards.on(refused);
                    case VerdictGiven given -> cards.on(given);
                    default -> {
                      // not about money
                    }
                  }
                });
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aCapThatAsksIsOneCardForWhatItCountsAndOthersAreNone() {
    cards.on(refused(Scope.MONTH, AtCap.ASK, "month:2026-06", 0));
    cards.on(refused(Scope.MONTH, AtCap.ASK, "month:2026-06", 0));
    cards.on(refused(Scope.DAY, AtCap.DEGRADE, "day:2026-06-10", 0));
    assertThat(approvals.open())
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.title()).isEqualTo("A limit for models is reached");
              assertThat(card.summary()).isEqualTo("EUR 15.60 for this month would be overrun.");
            });
    cards.on(refused(Scope.CLIENT, AtCap.ASK, "client:2026-06:a", 0));
    cards.on(refused(Scope.CLIENT, AtCap.ASK, "client:2026-06:b", 0));
    cards.on(refused(Scope.MONTH, AtCap.ASK, "month:2026-06", 1));
    assertThat(approvals.open()).hasSize(4);
  }

  @Test
  void whoLendsLetsTheWorkGoOnAndIsAskedAgainWhenItIsUsedUp() {
    house.bills().plan(2, "Ida"); // of a client 60 cents, of a call 4
    house.loans().answer("day:2026-06-10", 5_000_000, "Ida");
    for (int i = 0; i < 15; i++) {
      assertThat(round()).isInstanceOf(Granted.class);
    }
    assertThat(round()).isInstanceOf(Refused.class);
    assertThat(round()).as("asking again asks nobody twice").isInstanceOf(Refused.class);
    var card = only();
    assertThat(card.items().getFirst().content()).containsEntry("Euros to lend", "0.15");
    assertThat(card.actions()).extracting(CardAction::label).contains("Lend it");

    var nonsense = edited(card, "a lot");
    assertThatThrownBy(() -> approvals.decide(card.id(), nonsense))
        .isInstanceOf(CardRefused.NotOffered.class)
        .hasMessageContaining("a number of euros");
    assertThat(round()).as("nothing is lent by it").isInstanceOf(Refused.class);
  }

  @Test
  void theAnswerLendsWhatItSaysOrNothing() {
    house.bills().plan(2, "Ida");
    house.loans().answer("day:2026-06-10", 5_000_000, "Ida");
    for (int i = 0; i < 15; i++) {
      round();
    }
    assertThat(round()).isInstanceOf(Refused.class);
    var card = only();
    approvals.decide(card.id(), edited(card, "0,08"));
    assertThat(round()).isInstanceOf(Granted.class);
    assertThat(round()).isInstanceOf(Granted.class);
    assertThat(round()).isInstanceOf(Refused.class);

    var second = only();
    assertThat(second.id()).isNotEqualTo(card.id());
    approvals.decide(second.id(), Verdict.rejected("Ida", second.contentHash(), "Enough"));
    assertThat(round())
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.atCap()).isEqualTo(AtCap.DEGRADE));
    assertThat(approvals.open()).as("who said no is not asked again").isEmpty();
  }

  private Reservation round() {
    return house.rounds().reserve(CLIENT, MODEL, 4 * CENT);
  }

  private Card only() {
    assertThat(approvals.open()).hasSize(1);
    return approvals.open().getFirst();
  }

  private static Verdict edited(Card card, String euros) {
    var item = card.items().getFirst();
    var content = new LinkedHashMap<>(item.content());
    content.put("Euros to lend", euros);
    return new Verdict(
        Verdict.Decision.APPROVED,
        "Ida",
        card.contentHash(),
        "",
        List.of(new CardItem(item.channel(), item.summary(), Map.copyOf(content))));
  }

  private static SpendingRefused refused(Scope scope, AtCap atCap, String counted, int answers) {
    return new SpendingRefused(
        null,
        new Refused(
            scope,
            atCap,
            "EUR 15.60 for this month would be overrun.",
            "Row 1",
            counted,
            CENT,
            answers),
        TENTH);
  }
}

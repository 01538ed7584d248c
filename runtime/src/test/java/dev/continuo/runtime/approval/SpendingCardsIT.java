package dev.continuo.runtime.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.budget.Reservation.AtCap;
import dev.continuo.runtime.budget.Reservation.Refused;
import dev.continuo.runtime.budget.Scope;
import dev.continuo.runtime.budget.SpendingRefused;
import dev.continuo.runtime.decision.DecisionTestApp;
import dev.continuo.runtime.decision.Decisions;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class SpendingCardsIT {
  private static final LocalDate TENTH = LocalDate.of(2026, 6, 10);

  @Test
  void aCapThatAsksIsOneCardForItsTimeAndOthersAreNone() {
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var approvals =
          new StoredApprovals(
              app.getBean(JdbcClient.class),
              JsonMapper.shared(),
              new Severities(app.getBean(Decisions.class)),
              app.getBean(DecisionTestApp.RememberedTrace.class),
              app);
      var cards = new SpendingCards(approvals);
      cards.on(refused(Scope.MONTH, AtCap.ASK, TENTH));
      cards.on(refused(Scope.MONTH, AtCap.ASK, TENTH.plusDays(3)));
      cards.on(refused(Scope.DAY, AtCap.DEGRADE, TENTH));
      assertThat(approvals.open(EnumSet.allOf(CardKind.class), 10, 0))
          .singleElement()
          .satisfies(
              card -> {
                assertThat(card.title()).isEqualTo("A limit for models is reached");
                assertThat(card.summary()).isEqualTo("EUR 15.60 for this month would be overrun.");
              });
      cards.on(refused(Scope.MONTH, AtCap.ASK, TENTH.plusMonths(1)));
      assertThat(approvals.open(EnumSet.allOf(CardKind.class), 10, 0)).hasSize(2);
    }
  }

  private static SpendingRefused refused(Scope scope, AtCap atCap, LocalDate day) {
    return new SpendingRefused(
        null,
        new Refused(scope, atCap, "EUR 15.60 for this month would be overrun.", "Row 1"),
        day);
  }
}

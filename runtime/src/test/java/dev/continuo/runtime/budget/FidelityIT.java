package dev.continuo.runtime.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.budget.Fidelity.Pace;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.DecisionTestApp;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.decision.guard.HouseGuards;
import dev.continuo.runtime.flow.Lane;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("apart")
class FidelityIT {
  private static final Instant TENTH = Instant.parse("2026-06-10T12:00:00Z");

  @Test
  void workGetsPlainerAsThePlanIsUsedUp() {
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var fidelities = fidelities(app, TENTH);
      var usual = fidelities.of(Lane.CRITICAL, "research");
      assertThat(usual.tier()).isEqualTo("premium");
      assertThat(usual.recallDepth()).isEqualTo(60);
      assertThat(usual.maySpend()).isTrue();

      spend(app, "may", "2026-05-31T23:00:00Z", 100); // last month's
      spend(app, "one", "2026-06-02T08:00:00Z", 5);
      assertThat(fidelities.of(Lane.CRITICAL, "research").reason())
          .as("5 of 13 on the tenth make 15.8 at the end")
          .contains("At this pace");
      assertThat(fidelities.of(Lane.BACKGROUND, "other").pace()).isEqualTo(Pace.BATCH);

      spend(app, "two", "2026-06-09T08:00:00Z", 7);
      assertThat(fidelities.of(Lane.BACKGROUND, "roll-up").pace()).isEqualTo(Pace.DEFER);

      spend(app, "three", "2026-06-10T08:00:00Z", 3);
      var over = fidelities.of(Lane.CRITICAL, "research");
      assertThat(over.maySpend()).as("done without cost").isFalse();
      assertThat(over.rule()).startsWith("Fidelity v1, row 2");
      assertThat(fidelities.of(Lane.BACKGROUND, "roll-up").pace()).isEqualTo(Pace.STOP);

      assertThat(app.getBean(Decisions.class).latest("fidelity", 10))
          .hasSize(6)
          .first()
          .satisfies(one -> assertThat(one.inputs()).containsEntry("task", "roll-up"));
      assertThat(fidelities(app, Instant.parse("2026-07-01T00:00:01Z")).of(Lane.CRITICAL, "draft"))
          .as("a new month")
          .extracting(Fidelity::tier)
          .isEqualTo("premium");
    }
  }

  @Test
  void aTableWithoutAnAnswerMakesNothingWorse() {
    try (var app = DecisionTestApp.start(DecisionTestApp.freshDatabase())) {
      var tables = app.getBean(DecisionTables.class);
      var draft = tables.draft("fidelity");
      var rest = draft.xml().indexOf("<rule id=\"fidelity-rest\"");
      var end = draft.xml().indexOf("</rule>", rest) + "</rule>".length();
      tables.saveDraft(
          "fidelity",
          draft.xml().substring(0, rest) + draft.xml().substring(end),
          draft.revision());
      tables.release("fidelity", "Ida", "");
      assertThat(fidelities(app, TENTH).of(Lane.CRITICAL, "other")).isEqualTo(Fidelity.full());
    }
  }

  private static Fidelities fidelities(ConfigurableApplicationContext app, Instant now) {
    return new TableFidelities(
        app.getBean(Decisions.class),
        new Plan(
            app.getBean(JdbcClient.class),
            app.getBean(GuardEvents.class),
            app.getBean(HouseGuards.class),
            () -> ZoneOffset.UTC,
            InstantSource.fixed(now)));
  }

  private static void spend(
      ConfigurableApplicationContext app, String id, String at, double amount) {
    app.getBean(GuardEvents.class)
        .tell(
            List.of(
                new GuardEvent(id, "money-spent", "", Instant.parse(at), null, "model", amount)));
  }
}

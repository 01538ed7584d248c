package dev.continuo.runtime.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.rules.trial.TableTest;
import dev.continuo.runtime.decision.kept.KeptTests;
import dev.continuo.runtime.flow.StepContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class TableVersionsIT {
  private ConfigurableApplicationContext app;
  private DecisionTables tables;
  private Decisions decisions;
  private KeptTests tests;
  private FlowPins pins;
  private JdbcClient jdbc;

  @BeforeAll
  void start() {
    app = DecisionTestApp.start(DecisionTestApp.freshDatabase());
    tables = app.getBean(DecisionTables.class);
    decisions = app.getBean(Decisions.class);
    tests = app.getBean(KeptTests.class);
    pins = app.getBean(FlowPins.class);
    jdbc = app.getBean(JdbcClient.class);
  }

  @AfterAll
  void stop() {
    app.close();
  }

  private TableVersion next(String id, String from, String to) {
    var draft = tables.draft(id);
    tables.saveDraft(id, draft.xml().replace(from, to), draft.revision());
    return tables.release(id, "Ida", "changed");
  }

  private void own(String id) {
    tables.create(id, ShippedTablesTests.text("severity"), "Ida");
    tables.release(id, "Ida", "first");
  }

  private Object answer(String id) {
    return decisions
        .evaluate(DecisionRequest.of(id, Map.of("cardKind", "memory", "hoursUntilDue", 50)))
        .outputs()
        .get("severity");
  }

  @Test
  void anOlderVersionComesBackUnderANewNumber() {
    own("back");
    next("back", "\"digest\"</text>", "\"today\"</text>");
    assertThat(answer("back")).isEqualTo("today");

    var version = tables.rollBack("back", 1, "Ida", "Too noisy");

    assertThat(version.version()).isEqualTo(3);
    assertThat(version.rolledBackTo()).isEqualTo(1);
    assertThat(version.why()).isEqualTo("Too noisy");
    assertThat(answer("back")).isEqualTo("digest");
    assertThat(tables.draft("back").xml()).as("the draft stays").contains("\"today\"</text>");
  }

  @Test
  void aRetiredTableAnswersNothingNewUntilItComesBack() {
    own("retired");
    tables.retire("retired", "Ida", "No longer offered");

    assertThatThrownBy(() -> answer("retired")).isInstanceOf(TableNotReleased.class);
    var version = tables.versions("retired").getFirst();
    assertThat(version.retired()).isNotNull();
    assertThat(version.retired().why()).isEqualTo("No longer offered");
    assertThat(
            decisions
                .evaluate(
                    new DecisionRequest(
                        "retired",
                        null,
                        Map.of("cardKind", "memory", "hoursUntilDue", 50),
                        null,
                        null,
                        null,
                        1))
                .outputs())
        .as("a run that began with it keeps it")
        .containsEntry("severity", "digest");

    assertThat(tables.rollBack("retired", 1, "Ida", "Offered again").version()).isEqualTo(2);
    assertThat(answer("retired")).isEqualTo("digest");
  }

  @Test
  void aRuleOfTheHouseCannotBeRetired() {
    assertThatThrownBy(() -> tables.retire("severity", "Ida", ""))
        .isInstanceOf(TableRefused.class)
        .hasMessageContaining("The house itself asks it");
  }

  @Test
  void aRedTestStopsAReleaseUnlessItsOwnerSaysWhy() {
    own("tested");
    tests.keep(
        "tested",
        TableTest.of(
            "Facts can wait",
            Map.of("cardKind", "memory", "hoursUntilDue", 50),
            Map.of("severity", "digest")),
        "Ida");
    assertThat(tests.run("tested", tables.draft("tested").xml()).red()).isEmpty();

    var draft = tables.draft("tested");
    tables.saveDraft(
        "tested", draft.xml().replace("\"digest\"</text>", "\"today\"</text>"), draft.revision());
    assertThat(tests.run("tested", tables.draft("tested").xml()).red()).hasSize(1);
    assertThatThrownBy(() -> tables.release("tested", "Ida", "More facts"))
        .isInstanceOf(TableRefused.class)
        .hasMessageContaining("Facts can wait")
        .hasMessageContaining("severity is \"today\", expected \"digest\"");

    var version = tables.release("tested", "Ida", "More facts.", "The test is of last year.");
    assertThat(version.why()).contains("The test is of last year.");
  }

  @Test
  void aRecordedAnswerBecomesATestAndTestsComeFromAFile() {
    own("kept");
    var answer =
        decisions.evaluate(
            new DecisionRequest(
                "kept", null, Map.of("cardKind", "stuck", "hoursUntilDue", 3), 5L, 6L, "Ask"));
    var kept = tests.keepRecorded("kept", answer.evaluationId(), "As it was", "Ida");
    assertThat(kept.test().expect()).containsEntry("severity", "now");

    var read =
        tests.takeCsv(
            "kept",
            "name,cardKind,hoursUntilDue,expect severity\nSoon,effect,2,now\nLater,effect,20,working hours\n",
            "Ida");
    assertThat(read.findings()).isEmpty();
    var report = tests.run("kept", tables.draft("kept").xml());
    assertThat(report.lines()).hasSize(3).allMatch(line -> line.outcome().green());
    assertThat(report.coverage().getFirst().words()).contains("rows are tested");
    assertThat(tests.csv("kept")).contains("Soon").contains("expect severity");
    tests.drop("kept", kept.id());
    assertThat(tests.of("kept")).hasSize(2);
  }

  @Test
  void aFlowsOwnTableIsPinnedByTheFlowsReleaseAndALaterOneComesWithTheNextRun() {
    own("pinned");
    jdbc.sql("INSERT INTO flow(id, title) VALUES ('quotes', 'Quotes')").update();
    jdbc.sql(
            """
            INSERT INTO flow_version(flow_id, version, content_hash, xml, engine_version, released_by,
              released_at)
            VALUES ('quotes', 1, 'x', '<x/>', 1, 'Ida', clock_timestamp())
            """)
        .update();
    run(10, "2000-01-01T00:00:00Z");
    next("pinned", "\"digest\"</text>", "\"today\"</text>");

    assertThat(pins.version(new Asking(10), "pinned")).isEqualTo(1);
    assertThat(pins.version(new Asking(11), "pinned")).as("a run of now").isEqualTo(1);
    pins.apply("pinned", java.util.List.of("quotes"), "Ida");
    assertThat(pins.version(new Asking(10), "pinned")).as("a run of before").isEqualTo(1);
    assertThat(pins.version(new Asking(11), "pinned")).isEqualTo(2);
    assertThat(pins.version(new Asking(11), "gate-policy")).as("the newest").isNull();
  }

  private void run(long key, String began) {
    jdbc.sql(
            """
            INSERT INTO run(run_key, flow_id, version, process_key, state, started_at, open_incidents)
            VALUES (?, 'quotes', 1, 1, 'RUNNING', ?::timestamptz, 0)
            """)
        .params(key, began)
        .update();
  }

  private record Asking(long runKey) implements StepContext {
    @Override
    public long jobKey() {
      return 1;
    }

    @Override
    public long elementInstanceKey() {
      return 2;
    }

    @Override
    public String flowId() {
      return "quotes";
    }

    @Override
    public int flowVersion() {
      return 1;
    }

    @Override
    public String elementId() {
      return "Decide";
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
}

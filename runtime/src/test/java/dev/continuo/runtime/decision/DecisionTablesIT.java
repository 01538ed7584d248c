package dev.continuo.runtime.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.continuo.rules.table.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class DecisionTablesIT {
  private ConfigurableApplicationContext app;
  private DecisionTables tables;
  private Decisions decisions;

  @BeforeAll
  void start() {
    app = DecisionTestApp.start(DecisionTestApp.freshDatabase());
    tables = app.getBean(DecisionTables.class);
    decisions = app.getBean(Decisions.class);
  }

  @AfterAll
  void stop() {
    app.close();
  }

  private static String severity() {
    return ShippedTablesTests.text("severity");
  }

  /** A table of the test's own, released once. */
  private TableDraft own(String id) {
    tables.create(id, severity(), "Ida");
    tables.release(id, "Ida", "first");
    return tables.draft(id);
  }

  private Object answerOf(String id) {
    return decisions
        .evaluate(DecisionRequest.of(id, Map.of("cardKind", "memory", "hoursUntilDue", 50)))
        .outputs()
        .get("severity");
  }

  @Test
  void shippedTablesAreReleasedAtTheFirstStart() {
    assertThat(tables.list())
        .filteredOn(t -> List.of("gate-policy", "severity", "lead-qualification").contains(t.id()))
        .extracting(DecisionTable::title, DecisionTable::kind, DecisionTable::releasedVersion)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Gate policy", DecisionTable.Kind.HOUSE, 1),
            org.assertj.core.groups.Tuple.tuple("Severity", DecisionTable.Kind.HOUSE, 1),
            org.assertj.core.groups.Tuple.tuple("Lead qualification", DecisionTable.Kind.FLOW, 1));
    assertThat(tables.released("severity").xml()).isEqualTo(severity());
    assertThat(tables.table("severity").draftDiffers()).isFalse();
    assertThat(tables.offered("severity")).isEmpty();
  }

  @Test
  void aReleaseAnswersTheNextQuestionWithoutARestart() {
    var draft = own("hot");
    assertThat(answerOf("hot")).isEqualTo("digest");

    tables.saveDraft(
        "hot", draft.xml().replace("\"digest\"</text>", "\"today\"</text>"), draft.revision());
    assertThat(answerOf("hot")).as("a draft does not answer").isEqualTo("digest");
    var released = tables.release("hot", "Ida", "Memory matters");

    assertThat(answerOf("hot")).isEqualTo("today");
    assertThat(released.version()).isEqualTo(2);
    assertThat(tables.versions("hot"))
        .extracting(TableVersion::version, TableVersion::releasedBy, TableVersion::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "Ida", "Memory matters"),
            org.assertj.core.groups.Tuple.tuple(1, "Ida", "first"));
  }

  @Test
  void anOlderVersionCanStillBeAsked() {
    var draft = own("pinned");
    tables.saveDraft(
        "pinned", draft.xml().replace("\"digest\"</text>", "\"today\"</text>"), draft.revision());
    tables.release("pinned", "Ida", "");
    var inputs = new HashMap<String, @Nullable Object>();
    inputs.put("cardKind", "memory");
    inputs.put("hoursUntilDue", null);

    var first =
        decisions.evaluate(new DecisionRequest("pinned", null, inputs, null, null, null, 1));

    assertThat(first.version()).isEqualTo(1);
    assertThat(first.outputs()).containsEntry("severity", "digest");
  }

  @Test
  void releasingWhatIsReleasedMakesNoNewVersion() {
    own("same");

    assertThat(tables.release("same", "Ida", "again").version()).isEqualTo(1);
    assertThat(tables.versions("same")).hasSize(1);
  }

  @Test
  void aDraftThatDoesNotCompileIsKeptWithAllFindings() {
    var draft = own("broken");
    var broken =
        draft
            .xml()
            .replaceFirst("<text>\"stuck\"</text>", "<text>stuck run</text>")
            .replaceFirst("<text>\"digest\"</text>", "<text>7</text>");

    var saved = tables.saveDraft("broken", broken, draft.revision());

    assertThat(saved.releasable()).isFalse();
    assertThat(saved.findings())
        .extracting(f -> f.where().words())
        .contains(
            "Severity, row 2, column \"Kind of card\"",
            "Severity, row 8, column \"When to show it\"");
    assertThat(tables.draft("broken").xml()).isEqualTo(broken);
    assertThat(tables.draft("broken").revision()).isEqualTo(draft.revision() + 1);
    assertThat(tables.table("broken").draftDiffers()).isTrue();
  }

  @Test
  void evenADraftThatIsNoXmlIsKept() {
    var draft = own("torn");

    var saved = tables.saveDraft("torn", "<definitions", draft.revision());

    assertThat(saved.findings()).extracting(Finding::code).containsExactly("xml-malformed");
    assertThat(tables.draft("torn").xml()).isEqualTo("<definitions");
    assertThat(answerOf("torn")).isEqualTo("digest");
    assertThat(tables.discardDraft("torn", saved.revision()).xml()).isEqualTo(severity());
  }

  @Test
  void refusesToReleaseWhatDoesNotCompileWithSentences() {
    var draft = own("refused");
    tables.saveDraft(
        "refused",
        draft.xml().replaceFirst("<text>\"stuck\"</text>", "<text>stuck</text>"),
        draft.revision());

    assertThatThrownBy(() -> tables.release("refused", "Ida", ""))
        .asInstanceOf(type(TableRefused.class))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("table-refused");
              assertThat(refused)
                  .hasMessageContaining("Severity, row 2, column \"Kind of card\"")
                  .hasMessageContaining("put it in double quotes: \"stuck\"");
            });
    assertThat(tables.versions("refused")).hasSize(1);
    assertThat(answerOf("refused")).isEqualTo("digest");
  }

  @Test
  void refusesToReleaseAHouseTableThatMayNotFinish() {
    var draft = tables.draft("severity");
    var saved =
        tables.saveDraft("severity", endless(draft.xml(), 1_000_000_000L), draft.revision());

    assertThatThrownBy(() -> tables.release("severity", "Ida", ""))
        .isInstanceOf(TableRefused.class)
        .hasMessageContaining("may not finish");
    tables.discardDraft("severity", saved.revision());
  }

  @Test
  void aFlowsTableThatIsNotProvenToFinishAnswersOutsideAndIsStoppedWhenItDoesNot() {
    var draft = own("endless");
    var saved = tables.saveDraft("endless", endless(draft.xml(), 3), draft.revision());
    assertThat(saved.findings()).extracting(Finding::code).contains("answers-outside");
    tables.release("endless", "Ida", "");
    assertThat(answerOf("endless")).isEqualTo("digest");

    var longer = tables.draft("endless");
    tables.saveDraft("endless", endless(draft.xml(), 1_000_000_000L), longer.revision());
    tables.release("endless", "Ida", "");
    assertThatThrownBy(() -> answerOf("endless"))
        .isInstanceOf(DecisionFailed.class)
        .hasMessageMatching(
            // which bound comes first depends on the machine
            "(?s).*Stopped(: more than 256 MiB| after 2 s).*");
    assertThat(answerOf("severity")).as("others are not hurt").isEqualTo("digest");
  }

  private static String endless(String xml, long turns) {
    return xml.replaceFirst(
        "<text>\"digest\"</text>",
        "<text>if count(for i in 1..%d return i) &gt; 2 then \"digest\" else \"now\"</text>"
            .formatted(turns));
  }

  @Test
  void refusesAHouseTableThatTheHouseCouldNotAsk() {
    var draft = tables.draft("gate-policy");
    var saved =
        tables.saveDraft(
            "gate-policy",
            draft.xml().replace("name=\"outcome\"", "name=\"verdict\""),
            draft.revision());

    assertThat(saved.findings()).extracting(Finding::code).contains("house-output-missing");
    assertThatThrownBy(() -> tables.release("gate-policy", "Ida", ""))
        .isInstanceOf(TableRefused.class);
    tables.discardDraft("gate-policy", saved.revision());
  }

  @Test
  void nothingIsOverwrittenWhenTwoEditOneDraft() {
    var draft = own("shared");
    tables.saveDraft("shared", draft.xml().replace("A task waits", "Mine"), draft.revision());

    assertThatThrownBy(
            () ->
                tables.saveDraft(
                    "shared", draft.xml().replace("A task waits", "Yours"), draft.revision()))
        .asInstanceOf(type(TableDraftChanged.class))
        .satisfies(
            changed -> {
              assertThat(changed.code()).isEqualTo("table-draft-changed");
              assertThat(changed.foundRevision()).isEqualTo(draft.revision() + 1);
            });
    assertThat(tables.draft("shared").xml()).contains("Mine").doesNotContain("Yours");
  }

  @Test
  void oneOfTwoSavesAtTheSameMomentWins() throws Exception {
    var draft = own("race");
    var barrier = new CyclicBarrier(2);
    Callable<TableDraft> save =
        () -> {
          barrier.await();
          return tables.saveDraft("race", draft.xml(), draft.revision());
        };
    int won = 0;
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var saved : List.of(threads.submit(save), threads.submit(save))) {
        try {
          assertThat(saved.get().revision()).isEqualTo(draft.revision() + 1);
          won++;
        } catch (ExecutionException lost) {
          assertThat(lost).hasCauseInstanceOf(TableDraftChanged.class);
        }
      }
    }
    assertThat(won).isEqualTo(1);
  }

  @Test
  void unknownTablesAreNamed() {
    assertThatThrownBy(() -> tables.draft("none"))
        .isInstanceOf(TableNotFound.class)
        .hasMessageContaining("'none'");
    assertThatThrownBy(() -> decisions.evaluate(DecisionRequest.of("none", Map.of())))
        .isInstanceOf(TableNotFound.class);
    tables.create("unreleased", severity(), "Ida");
    assertThatThrownBy(() -> decisions.evaluate(DecisionRequest.of("unreleased", Map.of())))
        .isInstanceOf(TableNotReleased.class);
    assertThatThrownBy(() -> tables.create("unreleased", severity(), "Ida"))
        .isInstanceOf(TableExists.class);
  }

  @Test
  void aNewerShippedTextIsOfferedAndNeverOverwritesTheOwners() {
    var stored = app.getBean(StoredTables.class);
    stored.ship("shipped", severity());
    var draft = tables.draft("shipped");
    var owners = draft.xml().replace("A task waits", "The owner's words");
    tables.saveDraft("shipped", owners, draft.revision());
    tables.release("shipped", "Ida", "mine");
    var newer = severity().replace("A task waits", "The product's newer words");

    stored.ship("shipped", newer);

    assertThat(tables.draft("shipped").xml()).isEqualTo(owners);
    assertThat(tables.released("shipped").xml()).isEqualTo(owners);
    assertThat(tables.table("shipped").offered()).isTrue();
    assertThat(tables.offered("shipped")).contains(newer);

    tables.declineOffer("shipped");
    stored.ship("shipped", newer);
    assertThat(tables.offered("shipped")).as("a declined text is not offered again").isEmpty();

    var newest = severity().replace("A task waits", "The newest words");
    stored.ship("shipped", newest);
    var taken = tables.takeOffer("shipped", tables.draft("shipped").revision());
    assertThat(taken.xml()).isEqualTo(newest);
    assertThat(tables.offered("shipped")).isEmpty();
    assertThat(tables.released("shipped").xml()).isEqualTo(owners);
  }

  @Test
  void anEditedShippedTableSurvivesARestart() {
    var database = DecisionTestApp.freshDatabase();
    try (var first = DecisionTestApp.start(database)) {
      var own = first.getBean(DecisionTables.class);
      var draft = own.draft("severity");
      own.saveDraft("severity", draft.xml().replace("A task waits", "My words"), draft.revision());
      own.release("severity", "Ida", "");
    }
    try (var second = DecisionTestApp.start(database)) {
      var own = second.getBean(DecisionTables.class);
      assertThat(own.released("severity").xml()).contains("My words");
      assertThat(own.released("severity").version()).isEqualTo(2);
      assertThat(own.list()).hasSize(8).noneMatch(DecisionTable::offered);
    }
  }
}

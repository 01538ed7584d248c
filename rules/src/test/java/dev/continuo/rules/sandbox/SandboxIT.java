package dev.continuo.rules.sandbox;

import static dev.continuo.rules.table.ModelText.aTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.table.Compilation;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("apart")
class SandboxIT {
  private static final Map<String, Object> GOLD = Map.of("tier", "gold", "amount", 5);
  private static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.open(SandboxOptions.usual());
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static CompiledTable table(Tables tables, String xml) {
    var compilation = tables.compile(xml);
    assertThat(compilation).as("%s", compilation.findings()).isInstanceOf(Compiled.class);
    return ((Compiled) compilation).table();
  }

  private static String answering(String feel) {
    return aTable().row("-", "-", "1", feel).xml();
  }

  @Test
  void aTableAnswersOutsideAsItDoesInside() {
    var xml =
        aTable()
            .row("\"gold\"", "< 400", "1.50", "\"a\"")
            .row("\"gold\"", ">= 300", "2", "\"b\"")
            .row("\"silver\"", "-", "3", "upper case(\"c\")")
            .xml();
    var inside = table(Tables.open(), xml);
    var outside = table(sandbox.drafts(), xml);

    assertThat(outside.contentHash()).isEqualTo(inside.contentHash());
    assertThat(outside.decisions()).isEqualTo(inside.decisions());
    assertThat(outside.inputs()).isEqualTo(inside.inputs());
    assertThat(outside.mainDecision()).isEqualTo(inside.mainDecision());
    assertThat(outside.bounded()).isEqualTo(inside.bounded());
    for (var inputs :
        List.of(
            GOLD,
            Map.<String, Object>of("tier", "gold", "amount", 350),
            Map.<String, Object>of("tier", "silver", "amount", new BigDecimal("0.10")),
            Map.<String, Object>of("tier", "bronze", "amount", 1),
            Map.<String, Object>of("tier", 7, "amount", "x"),
            Map.<String, Object>of())) {
      assertThat(outside.evaluate(inputs)).isEqualTo(inside.evaluate(inputs));
    }
  }

  @Test
  void findingsAndGapsComeThrough() throws Exception {
    var xml = aTable().row("\"gold\"", "< 400", "1", "\"a\"").xml();

    var outside = sandbox.drafts().study(xml).get(60, TimeUnit.SECONDS);

    assertThat(outside).isEqualTo(Tables.open().study(xml).get(60, TimeUnit.SECONDS));
    assertThat(outside.gaps()).isNotEmpty();
    assertThat(sandbox.drafts().compile("<nonsense").findings())
        .isEqualTo(Tables.open().compile("<nonsense").findings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string(count(for i in 1..1000000000 return i * 2))",
        "if some i in (for j in 1..1000000000 return j) satisfies i < 0 then \"a\" else \"b\"",
        "string(count(for i in 1..1000 return"
            + " matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a|aa)+$\")))",
      })
  void whatNeverEndsIsStoppedAndNamed(String feel) {
    var endless = table(sandbox.drafts(), answering(feel));
    var calm = table(sandbox.drafts(), answering("\"calm\""));
    assertThat(endless.bounded()).isFalse();

    var asked = CompletableFuture.supplyAsync(() -> endless.evaluate(GOLD));
    var meanwhile = new ArrayList<Evaluation>();
    while (!asked.isDone()) {
      meanwhile.add(calm.evaluate(GOLD));
    }

    var answer = asked.join();
    assertThat(answer.answered()).isFalse();
    var finding = answer.problems().getFirst();
    assertThat(finding.code()).as("%s", finding).isEqualTo("stopped");
    assertThat(finding.what()).startsWith("Stopped");
    assertThat(finding.where().words()).isEqualTo("Discount, row 1, column \"ACTION\"");
    assertThat(meanwhile)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.outputs()).containsEntry("action", "calm"));
    assertThat(calm.evaluate(GOLD).outputs()).containsEntry("action", "calm");
  }

  @Test
  void loopsWithinLoopsThatGoTooDeepAreNamed() {
    var nested =
        answering("string(count(for i in 1..50000 return count(for j in 1..1 return i * j)))");

    try (var patient = Sandbox.open(SandboxOptions.usual().withLimit(Duration.ofMinutes(2)))) {
      var answer = table(patient.drafts(), nested).evaluate(GOLD);

      assertThat(answer.answered()).isFalse();
      var finding = answer.problems().getFirst();
      assertThat(finding.code()).as("%s", finding).isEqualTo(Finding.TOO_DEEP);
      assertThat(finding.where().words()).isEqualTo("Discount, row 1, column \"ACTION\"");
    }
  }

  @Test
  void aFunctionThatCallsItselfIsNamedAndNothingElseIsHurt() {
    var xml =
        aTable()
            .row("-", "-", "1", "string(again(amount))")
            .more(
                """
                <businessKnowledgeModel id="again" name="again"><variable name="again"/>
                  <encapsulatedLogic><formalParameter name="n" typeRef="number"/>
                    <literalExpression><text>again(n + 1) + again(n + 2)</text></literalExpression>
                  </encapsulatedLogic>
                  <knowledgeRequirement><requiredKnowledge href="#again"/></knowledgeRequirement>
                </businessKnowledgeModel>
                """)
            .xml()
            .replace(
                "<decisionTable",
                "<knowledgeRequirement><requiredKnowledge href=\"#again\"/></knowledgeRequirement>"
                    + "<decisionTable");

    switch (sandbox.drafts().compile(xml)) {
      case Refused refused -> assertThat(refused.findings()).anyMatch(Finding::isError);
      case Compiled compiled -> {
        var answer = compiled.table().evaluate(GOLD);
        assertThat(answer.answered()).isFalse();
        assertThat(answer.problems().getFirst().sentence()).isNotBlank();
      }
    }
    assertThat(table(sandbox.drafts(), answering("\"calm\"")).evaluate(GOLD).answered()).isTrue();
  }

  @Test
  void aListThatGrowsWithoutBoundEndsItsOwnProgramOnly() {
    var greedy =
        table(
            sandbox.drafts(),
            answering("string(count(for i in 1..30000000 return string(i) + string(i)))"));

    assertThat(greedy.evaluate(GOLD).problems().getFirst().code()).isEqualTo("stopped");
    assertThat(table(sandbox.drafts(), answering("\"calm\"")).evaluate(GOLD).answered()).isTrue();
  }

  @Test
  void releasedTablesRunInsideOnlyWhenTheyAreProvenToFinish() {
    try (var patient = Sandbox.open(SandboxOptions.usual().withLimit(Duration.ofMinutes(1)))) {
      var proven = table(patient.released(), answering("\"calm\""));
      var unproven =
          table(patient.released(), answering("if matches(tier, \"g.*\") then \"m\" else \"n\""));

      assertThat(proven).isNotInstanceOf(SandboxTable.class);
      assertThat(unproven).isInstanceOf(SandboxTable.class);
      assertThat(unproven.evaluate(GOLD).outputs()).containsEntry("action", "m");
    }
  }

  @Test
  void manyQuestionsTravelTogetherAndKeepTheirOrder() {
    var table = table(sandbox.drafts(), answering("string(amount)"));
    var questions = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 2_500; i++) {
      questions.add(Map.of("tier", "gold", "amount", i));
    }

    var answers = table.evaluateAll(table.mainDecision().id(), questions);

    assertThat(answers).hasSize(2_500);
    for (int i = 0; i < 2_500; i++) {
      assertThat(answers.get(i).outputs()).containsEntry("action", String.valueOf(i));
    }
  }

  @Test
  void theLimitIsAnOption() {
    try (var strict = Sandbox.open(SandboxOptions.usual().withLimit(Duration.ofMillis(1500)))) {
      var endless =
          table(strict.drafts(), answering("string(count(for i in 1..1000000000 return i))"));
      assertThat(endless.evaluate(GOLD).problems().getFirst().what())
          .isEqualTo("Stopped after 1.5 s: there was no answer in time.");
    }
  }

  @Test
  void whoOnlyWaitsForABusyMachineIsNotStopped() {
    try (var programs = new Programs(SandboxOptions.usual().withLimit(Duration.ofSeconds(1)))) {
      var calm = table(new SandboxTables(programs), answering("\"calm\""));
      assertThat(calm.evaluate(GOLD).answered()).isTrue();
      var pid = String.valueOf(programs.pids().getFirst());

      signal("-STOP", pid); // as if all processors were taken
      var asked = CompletableFuture.supplyAsync(() -> calm.evaluate(GOLD));
      CompletableFuture.runAsync(
              () -> signal("-CONT", pid),
              CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS, Runnable::run))
          .join();

      assertThat(asked.join().outputs()).containsEntry("action", "calm");
    }
  }

  private static void signal(String which, String pid) {
    try {
      assertThat(new ProcessBuilder("kill", which, pid).start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aClosedSandboxLeavesNoProgramBehind() {
    var programs = new Programs(SandboxOptions.usual());
    var tables = new SandboxTables(programs);
    assertThat(tables.compile(answering("\"calm\""))).isInstanceOf(Compilation.Compiled.class);
    var pids = programs.pids();
    assertThat(pids).hasSize(1);

    programs.close();

    for (long pid : pids) {
      ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
      assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }
    assertThat(tables.compile(answering("\"other\"")).findings().getFirst().code())
        .isEqualTo("stopped");
  }
}

package dev.continuo.runtime.decision.kept;

import dev.continuo.rules.table.Compilation;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.Tables;
import dev.continuo.rules.trial.TableTest;
import dev.continuo.rules.trial.TableTests;
import dev.continuo.rules.trial.TestImport;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.ReleaseGate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@link KeptTests} in PostgreSQL; a red one speaks against a release. */
final class StoredTests implements KeptTests, ReleaseGate {
  private static final TypeReference<Map<String, @Nullable Object>> VALUES =
      new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Tables tables;
  private final DecisionTables house;

  StoredTests(JdbcClient jdbc, JsonMapper json, Tables tables, DecisionTables house) {
    this.jdbc = jdbc;
    this.json = json;
    this.tables = tables;
    this.house = house;
  }

  @Override
  public List<KeptTest> of(String tableId) {
    return jdbc.sql("SELECT * FROM kept_test WHERE table_id = ? ORDER BY id")
        .param(tableId)
        .query((row, n) -> kept(row))
        .list();
  }

  @Override
  public KeptTest keep(String tableId, TableTest test, String who) {
    return keep(tableId, test, null, who);
  }

  private KeptTest keep(String tableId, TableTest test, @Nullable Long evaluation, String who) {
    house.table(tableId);
    return jdbc.sql(
            """
            INSERT INTO kept_test(table_id, name, decision_id, given, expect, evaluation_id, kept_by)
            VALUES (?, ?, ?, ?::json, ?::json, ?, ?) RETURNING *
            """)
        .params(
            Arrays.asList(
                tableId,
                test.name(),
                test.decisionId(),
                json.writeValueAsString(test.given()),
                json.writeValueAsString(test.expect()),
                evaluation,
                who))
        .query((row, n) -> kept(row))
        .single();
  }

  @Override
  public KeptTest keepRecorded(String tableId, long evaluationId, String name, String who) {
    var test =
        jdbc.sql(
                """
                SELECT decision_id, inputs, outputs FROM decision_evaluation
                WHERE id = ? AND table_id = ?
                """)
            .params(evaluationId, tableId)
            .query(
                (row, n) ->
                    new TableTest(
                        name,
                        row.getString("decision_id"),
                        json.readValue(row.getString("inputs"), VALUES),
                        json.readValue(row.getString("outputs"), VALUES)))
            .optional()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The table '%s' has no recorded answer %d. Its last answers are listed on its page."
                            .formatted(tableId, evaluationId)));
    return keep(tableId, test, evaluationId, who);
  }

  @Override
  public void change(long id, TableTest test) {
    jdbc.sql(
            "UPDATE kept_test SET name = ?, decision_id = ?, given = ?::json, expect = ?::json WHERE id = ?")
        .params(
            test.name(),
            test.decisionId(),
            json.writeValueAsString(test.given()),
            json.writeValueAsString(test.expect()),
            id)
        .update();
  }

  @Override
  public void drop(String tableId, long id) {
    jdbc.sql("DELETE FROM kept_test WHERE id = ? AND table_id = ?").params(id, tableId).update();
  }

  @Override
  public KeptReport run(String tableId, String xml) {
    var kept = of(tableId);
    var table = compiled(xml);
    if (table.isEmpty()) {
      return new KeptReport(false, List.of(), List.of());
    }
    var report = TableTests.run(table.get(), kept.stream().map(KeptTest::test).toList());
    var lines = new ArrayList<KeptReport.Line>();
    for (int i = 0; i < kept.size(); i++) {
      lines.add(new KeptReport.Line(kept.get(i), report.outcomes().get(i)));
    }
    return new KeptReport(true, lines, report.coverage());
  }

  @Override
  public TestImport takeCsv(String tableId, String csv, String who) {
    var table = compiled(house.draft(tableId).xml());
    if (table.isEmpty()) {
      return new TestImport(List.of(), List.of(noTable(tableId)));
    }
    var read = TableTests.fromCsv(table.get(), csv);
    read.tests().forEach(test -> keep(tableId, test, who));
    return read;
  }

  @Override
  public String csv(String tableId) {
    return compiled(house.draft(tableId).xml())
        .map(table -> TableTests.toCsv(table, of(tableId).stream().map(KeptTest::test).toList()))
        .orElse("");
  }

  @Override
  public List<Finding> against(String tableId, String xml) {
    return run(tableId, xml).red().stream()
        .map(
            line ->
                Finding.error(
                    "kept-test-red",
                    Place.table(line.kept().test().name()),
                    "The test \"%s\" is red: %s."
                        .formatted(line.kept().test().name(), line.outcome().words()),
                    "It was kept so that this answer stays as it is.",
                    "Correct the table or the test, or say why it does not count."))
        .toList();
  }

  private Optional<CompiledTable> compiled(String xml) {
    return tables.compile(xml) instanceof Compilation.Compiled compiled
        ? Optional.of(compiled.table())
        : Optional.empty();
  }

  private static Finding noTable(String tableId) {
    return Finding.error(
        "table-does-not-compile",
        Place.table(tableId),
        "No test was kept.",
        "The draft does not compile, so nobody knows its columns.",
        "Correct the draft first.");
  }

  private KeptTest kept(ResultSet row) throws SQLException {
    return new KeptTest(
        row.getLong("id"),
        row.getString("table_id"),
        new TableTest(
            row.getString("name"),
            row.getString("decision_id"),
            json.readValue(row.getString("given"), VALUES),
            json.readValue(row.getString("expect"), VALUES)),
        row.getObject("evaluation_id", Long.class),
        row.getString("kept_by"),
        row.getTimestamp("kept_at").toInstant());
  }
}

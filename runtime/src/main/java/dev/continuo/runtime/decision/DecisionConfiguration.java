package dev.continuo.runtime.decision;

import dev.continuo.rules.sandbox.Sandbox;
import dev.continuo.rules.sandbox.SandboxOptions;
import dev.continuo.rules.table.Tables;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.journal.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires decisions. Shipped tables are the DMN files under {@code continuo/tables}. */
@Configuration(proxyBeanMethods = false)
public class DecisionConfiguration {

  /** Where drafts are read, tried and analysed: a program of its own that can be stopped. */
  @Bean(destroyMethod = "close")
  Sandbox sandbox() {
    return Sandbox.open(SandboxOptions.usual());
  }

  /** For released tables. */
  @Bean
  Tables tables(Sandbox sandbox) {
    return sandbox.released();
  }

  @Bean
  StoredTables decisionTables(
      DecisionTableRows rows,
      TableVersionRows versions,
      Tables tables,
      Sandbox sandbox,
      PlatformTransactionManager transactions,
      ObjectProvider<ReleaseGate> gates,
      ReleasedTables released) {
    var checks = new TableChecks(sandbox.drafts(), tables);
    var releases =
        new TableReleases(versions, checks, () -> gates.orderedStream().toList(), released::forget);
    return new StoredTables(rows, releases, checks, new TransactionTemplate(transactions));
  }

  @Bean
  ReleasedTables releasedTables(JdbcClient jdbc, Tables tables) {
    return new ReleasedTables(jdbc, tables);
  }

  @Bean
  RecordedDecisions decisions(
      ReleasedTables released, DecisionLog log, Recording recording, TableUses uses) {
    return new RecordedDecisions(released, log, recording, uses);
  }

  @Bean
  DecisionLog decisionLog(JdbcClient jdbc, JsonMapper json) {
    return new DecisionLog(jdbc, json);
  }

  @Bean
  Recording recording(DecisionLog log, Trace trace, PlatformTransactionManager transactions) {
    return new Recording(log, new DecisionTrace(trace), new TransactionTemplate(transactions));
  }

  @Bean
  TableUses tableUses(
      JdbcClient jdbc, ReleasedTables released, PlatformTransactionManager transactions) {
    return new TableUses(jdbc, released, new TransactionTemplate(transactions));
  }

  @Bean
  TableRetryPolicy tableRetryPolicy(Decisions decisions) {
    return new TableRetryPolicy(decisions);
  }

  @Bean
  FlowPins flowPins(JdbcClient jdbc, ObjectProvider<Flows> flows) {
    return new FlowPins(jdbc, flows::getIfAvailable);
  }

  @Bean
  DecideStep decideStep(RecordedDecisions decisions, ReleasedTables released, FlowPins pins) {
    return new DecideStep(decisions, released, pins);
  }

  /** Puts the shipped tables in place once everything is wired and before anything is asked. */
  @Bean
  SmartInitializingSingleton shippedTables(
      StoredTables tables,
      @Value("${continuo.shipped-tables:classpath*:continuo/tables/*.dmn}") String shipped)
      throws IOException {
    var texts = new TreeMap<String, String>();
    for (var file : new PathMatchingResourcePatternResolver().getResources(shipped)) {
      var name = String.valueOf(file.getFilename());
      texts.put(
          name.substring(0, name.length() - ".dmn".length()),
          file.getContentAsString(StandardCharsets.UTF_8));
    }
    return () -> texts.forEach(tables::ship);
  }
}

package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Tables;
import dev.continuo.runtime.journal.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
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

  @Bean
  Tables tables() {
    return Tables.open();
  }

  @Bean
  StoredTables decisionTables(
      DecisionTableRows rows,
      TableVersionRows versions,
      Tables tables,
      PlatformTransactionManager transactions) {
    return new StoredTables(
        rows, versions, new TableChecks(tables), new TransactionTemplate(transactions));
  }

  @Bean
  ReleasedTables releasedTables(JdbcClient jdbc, Tables tables) {
    return new ReleasedTables(jdbc, tables);
  }

  @Bean
  RecordedDecisions decisions(
      ReleasedTables released,
      JdbcClient jdbc,
      JsonMapper json,
      Trace trace,
      PlatformTransactionManager transactions) {
    return new RecordedDecisions(
        released,
        new DecisionLog(jdbc, json),
        new DecisionTrace(trace),
        new TransactionTemplate(transactions));
  }

  @Bean
  DecideStep decideStep(RecordedDecisions decisions, ReleasedTables released) {
    return new DecideStep(decisions, released);
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

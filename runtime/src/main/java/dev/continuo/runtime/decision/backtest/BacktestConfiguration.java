package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.sandbox.Sandbox;
import dev.continuo.runtime.decision.DecisionTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires backtests and shadows. */
@Configuration(proxyBeanMethods = false)
public class BacktestConfiguration {
  @Bean
  StoredBacktests backtests(
      JdbcClient jdbc, JsonMapper json, Sandbox sandbox, DecisionTables house) {
    return new StoredBacktests(jdbc, json, new Candidates(sandbox.drafts()), house);
  }

  @Bean
  StoredShadows shadows(
      JdbcClient jdbc,
      JsonMapper json,
      Sandbox sandbox,
      DecisionTables house,
      PlatformTransactionManager transactions) {
    return new StoredShadows(
        jdbc, json, new Candidates(sandbox.drafts()), house, new TransactionTemplate(transactions));
  }
}

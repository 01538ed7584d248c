package dev.continuo.runtime.decision.kept;

import dev.continuo.rules.sandbox.Sandbox;
import dev.continuo.runtime.decision.DecisionTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Wires kept tests. */
@Configuration(proxyBeanMethods = false)
public class KeptTestConfiguration {
  @Bean
  StoredTests keptTests(JdbcClient jdbc, JsonMapper json, Sandbox sandbox, DecisionTables house) {
    return new StoredTests(jdbc, json, sandbox.drafts(), house);
  }
}

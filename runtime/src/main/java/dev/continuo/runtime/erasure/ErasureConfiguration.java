package dev.continuo.runtime.erasure;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.flow.ProcessEngine;
import dev.continuo.runtime.upkeep.Upkeep;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wires the erasure. {@code continuo.erasure.log-days} is how long the engines' own logs may hold
 * what was erased: Zeebe drops a segment after its next snapshot, PostgreSQL recycles its log at a
 * checkpoint, Neo4j keeps transaction logs for two days.
 */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {
  @Bean
  Erasure erasure(
      Memory memory,
      ProcessEngine engine,
      JdbcClient jdbc,
      JsonMapper json,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      @Value("${continuo.data}") Path data,
      @Value("${continuo.erasure.log-days:3}") int logDays) {
    if (logDays < 3) {
      throw new IllegalArgumentException(
          "continuo.erasure.log-days is "
              + logDays
              + ", but Neo4j keeps its transaction logs for two days: set 3 or more.");
    }
    return new StoredErasure(
        memory,
        engine,
        jdbc,
        json,
        new TransactionTemplate(transactions),
        new ErasedFiles(data),
        events,
        InstantSource.system(),
        logDays);
  }

  /** Carries on what a crash or a store that did not answer cut short. */
  @Bean
  Upkeep erasuresCarriedOn(Erasure erasure) {
    return Upkeep.every("erasures", Duration.ofMinutes(1), Duration.ofMinutes(5), erasure::carryOn);
  }
}

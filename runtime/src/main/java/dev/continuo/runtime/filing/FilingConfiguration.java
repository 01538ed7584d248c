package dev.continuo.runtime.filing;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.document.DocumentReader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The beans of this feature: {@link Filings}, and who works them off. */
@Configuration(proxyBeanMethods = false)
public class FilingConfiguration {
  @Bean
  Filings filings(JdbcClient jdbc, JsonMapper json) {
    return new Filings(jdbc, json);
  }

  @Bean(destroyMethod = "close")
  FilingDesk filingDesk(
      Filings filings,
      DocumentReader reader,
      Memory memory,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events) {
    return new FilingDesk(
        filings, reader, memory, new TransactionTemplate(transactions), events::publishEvent);
  }
}

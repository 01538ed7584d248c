package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.Guards;
import dev.continuo.runtime.flow.StepCatalogue;
import dev.continuo.runtime.journal.ElementNames;
import dev.continuo.runtime.journal.Journal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires the guards. */
@Configuration(proxyBeanMethods = false)
public class GuardConfiguration {

  @Bean
  Guards guards() {
    return Guards.open();
  }

  @Bean
  GuardFeed guardFeed(
      Guards guards,
      JdbcClient jdbc,
      JsonMapper json,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    return new GuardFeed(
        guards, new GuardRows(jdbc, json), events, new TransactionTemplate(transactions));
  }

  @Bean
  StoredGuards houseGuards(
      Guards guards,
      GuardFeed feed,
      JdbcClient jdbc,
      JsonMapper json,
      ObjectProvider<Journal> journal) {
    return new StoredGuards(guards, new GuardRows(jdbc, json), feed, journal::getIfAvailable);
  }

  @Bean
  JournalEvents guardEvents(
      StoredGuards guards,
      ObjectProvider<StepCatalogue> catalogue,
      ObjectProvider<Journal> journal,
      ObjectProvider<ElementNames> names) {
    return new JournalEvents(
        guards, catalogue::getIfAvailable, journal::getIfAvailable, names::getIfAvailable);
  }
}

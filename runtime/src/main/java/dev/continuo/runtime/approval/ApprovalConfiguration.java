package dev.continuo.runtime.approval;

import dev.continuo.runtime.budget.Loans;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.flow.ProcessEngine;
import dev.continuo.runtime.journal.ElementNames;
import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.upkeep.Upkeep;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires the inbox. */
@Configuration(proxyBeanMethods = false)
public class ApprovalConfiguration {

  @Bean
  StoredApprovals approvals(
      JdbcClient jdbc,
      JsonMapper json,
      Decisions decisions,
      Trace trace,
      ApplicationEventPublisher events) {
    return new StoredApprovals(jdbc, json, new Severities(decisions), trace, events);
  }

  @Bean
  EngineCards engineCards(
      Approvals approvals, ObjectProvider<Journal> journal, ElementNames names) {
    return new EngineCards(approvals, journal::getObject, names);
  }

  @Bean
  CardFollowUps cardFollowUps(JdbcClient jdbc, Approvals approvals, ProcessEngine engine) {
    return new CardFollowUps(jdbc, approvals, engine);
  }

  @Bean
  Upkeep answersCarriedOn(CardFollowUps answers) {
    return answers.rounds();
  }

  @Bean
  Upkeep cardsEscalated(Escalations escalations) {
    return Upkeep.every(
        "escalations",
        Duration.ofSeconds(20),
        Duration.ofMinutes(1),
        () -> escalations.look(Instant.now()));
  }

  @Bean
  GuardCards guardCards(Approvals approvals) {
    return new GuardCards(approvals);
  }

  @Bean
  SpendingCards spendingCards(Approvals approvals, Loans loans) {
    return new SpendingCards(approvals, loans);
  }

  @Bean
  Escalations escalations(
      JdbcClient jdbc,
      JsonMapper json,
      Approvals approvals,
      Decisions decisions,
      DecisionTables tables,
      GuardEvents guards,
      Trace trace,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    return new Escalations(
        jdbc,
        approvals,
        decisions,
        tables,
        guards,
        trace,
        events,
        new TransactionTemplate(transactions),
        new CardReading(json));
  }
}

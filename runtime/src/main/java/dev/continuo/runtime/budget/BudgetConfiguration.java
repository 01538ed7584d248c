package dev.continuo.runtime.budget;

import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.decision.guard.HouseGuards;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.setting.Settings;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the money. */
@Configuration(proxyBeanMethods = false)
public class BudgetConfiguration {
  @Bean
  Plan monthPlan(
      JdbcClient jdbc, GuardEvents events, HouseGuards guards, ObjectProvider<Settings> settings) {
    return new Plan(jdbc, events, guards, () -> zone(settings), InstantSource.system());
  }

  @Bean
  TableFidelities fidelities(Decisions decisions, Plan plan) {
    return new TableFidelities(decisions, plan);
  }

  @Bean
  Loans loans(JdbcClient jdbc) {
    return new Loans(jdbc);
  }

  @Bean
  Deferrals deferrals(JdbcClient jdbc) {
    return new StoredDeferrals(jdbc);
  }

  @Bean
  StoredRounds rounds(
      JdbcClient jdbc,
      Decisions decisions,
      Plan plan,
      Loans loans,
      GuardEvents guards,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    return new StoredRounds(jdbc, new Caps(decisions), plan, loans, guards, events, transactions);
  }

  @Bean
  Bills bills(JdbcClient jdbc, Plan plan, TableFidelities fidelities) {
    return new StoredBills(jdbc, plan, fidelities);
  }

  @Bean
  BudgetUpkeep budgetUpkeep(StoredRounds rounds, ObjectProvider<Trace> trace, JdbcClient jdbc) {
    return new BudgetUpkeep(rounds, trace, jdbc);
  }

  private static ZoneId zone(ObjectProvider<Settings> settings) {
    Settings known = settings.getIfAvailable();
    return known == null ? ZoneOffset.UTC : known.work().zone();
  }
}

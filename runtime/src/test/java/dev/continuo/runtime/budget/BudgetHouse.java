package dev.continuo.runtime.budget;

import dev.continuo.runtime.decision.DecisionTestApp;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.decision.guard.HouseGuards;
import dev.continuo.runtime.engine.EngineAddresses;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger on a real database, at a time that stands still. */
public final class BudgetHouse implements AutoCloseable {
  final ConfigurableApplicationContext app;
  final Plan plan;
  final Loans loans;
  final StoredRounds stored;
  final TableFidelities fidelities;
  final StoredBills bills;

  BudgetHouse(EngineAddresses database, Instant now) {
    app = DecisionTestApp.start(database);
    var decisions = app.getBean(Decisions.class);
    plan =
        new Plan(
            jdbc(),
            app.getBean(GuardEvents.class),
            app.getBean(HouseGuards.class),
            () -> ZoneOffset.UTC,
            InstantSource.fixed(now));
    loans = new Loans(jdbc());
    stored =
        new StoredRounds(
            jdbc(),
            new Caps(decisions),
            plan,
            loans,
            app.getBean(GuardEvents.class),
            app,
            app.getBean(PlatformTransactionManager.class));
    fidelities = new TableFidelities(decisions, plan);
    bills = new StoredBills(jdbc(), plan, fidelities);
  }

  public static BudgetHouse fresh(Instant now) {
    return new BudgetHouse(DecisionTestApp.freshDatabase(), now);
  }

  public Rounds rounds() {
    return stored;
  }

  public Loans loans() {
    return loans;
  }

  public ConfigurableApplicationContext app() {
    return app;
  }

  public Bills bills() {
    return bills;
  }

  public Fidelities fidelities() {
    return fidelities;
  }

  JdbcClient jdbc() {
    return app.getBean(JdbcClient.class);
  }

  long taken(String scope) {
    return jdbc()
        .sql("SELECT coalesce(sum(taken), 0) FROM budget_taken WHERE scope = ?")
        .param(scope)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    app.close();
  }
}

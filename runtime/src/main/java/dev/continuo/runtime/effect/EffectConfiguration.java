package dev.continuo.runtime.effect;

import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.flow.ProcessEngine;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.upkeep.Upkeep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wires the choke point. Senders are the beans that connectors offer; only this package calls them.
 */
@Configuration(proxyBeanMethods = false)
public class EffectConfiguration {

  @Bean
  EffectLedger effectLedger(JdbcClient jdbc, JsonMapper json) {
    return new EffectLedger(jdbc, json);
  }

  @Bean
  Dispatch dispatch(
      EffectLedger ledger,
      ObjectProvider<Sender> senders,
      Approvals approvals,
      ProcessEngine engine,
      Trace trace,
      PlatformTransactionManager transactions) {
    return new Dispatch(
        ledger,
        senders.stream().toList(),
        approvals,
        engine,
        trace,
        new TransactionTemplate(transactions));
  }

  @Bean
  EffectUpkeep effectUpkeep(EffectLedger ledger, Dispatch dispatch) {
    return new EffectUpkeep(ledger, dispatch);
  }

  @Bean
  Upkeep effectsCarriedOn(EffectUpkeep effects) {
    return effects.rounds();
  }

  @Bean
  EffectVerdicts effectVerdicts(EffectLedger ledger, Approvals approvals, EffectUpkeep upkeep) {
    return new EffectVerdicts(ledger, approvals, upkeep);
  }

  @Bean
  Effects effects(
      EffectLedger ledger,
      Decisions decisions,
      Approvals approvals,
      Dispatch dispatch,
      PlatformTransactionManager transactions) {
    return new GatedEffects(
        ledger,
        new GatePolicy(decisions),
        approvals,
        dispatch,
        new TransactionTemplate(transactions));
  }
}

package dev.continuo.runtime.decision.fidelity;

import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.decision.guard.HouseGuards;
import dev.continuo.runtime.setting.Settings;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires fidelity. */
@Configuration(proxyBeanMethods = false)
public class FidelityConfiguration {
  @Bean
  Fidelities fidelities(
      Decisions decisions,
      GuardEvents events,
      HouseGuards guards,
      ObjectProvider<Settings> settings) {
    return new TableFidelities(
        decisions, new Spending(events, guards, () -> zone(settings), InstantSource.system()));
  }

  private static ZoneId zone(ObjectProvider<Settings> settings) {
    Settings known = settings.getIfAvailable();
    return known == null ? ZoneOffset.UTC : known.work().zone();
  }
}

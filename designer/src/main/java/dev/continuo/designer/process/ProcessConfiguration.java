package dev.continuo.designer.process;

import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PaletteItem;
import dev.continuo.designer.shell.PaletteSource;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.flow.StepCatalogue;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of flows. */
@Configuration(proxyBeanMethods = false)
public class ProcessConfiguration {
  @Bean
  Destination flowsPage() {
    return new Destination("Flows", "flows", FlowsView.class, Glyph.FLOWS, 40);
  }

  @Bean
  StepTemplates stepTemplates(StepCatalogue catalogue, DecisionTables tables) {
    return new StepTemplates(catalogue, tables);
  }

  @Bean
  PaletteSource knownFlows(Flows flows) {
    return (text, limit) -> {
      String low = text.toLowerCase(Locale.ROOT);
      return flows.list().stream()
          .filter(flow -> flow.title().toLowerCase(Locale.ROOT).contains(low))
          .limit(limit)
          .map(flow -> new PaletteItem("Flow", flow.title(), flow.id(), "flows/" + flow.id()))
          .toList();
    };
  }
}

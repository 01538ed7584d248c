package dev.continuo.designer.decision;

import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PaletteItem;
import dev.continuo.designer.shell.PaletteSource;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.guard.HouseGuards;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of decision tables. */
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {
  @Bean
  Destination rulesPage() {
    return new Destination("Rules", "rules", RulesView.class, Glyph.RULES, 50);
  }

  @Bean
  PaletteSource knownTables(DecisionTables tables) {
    return (text, limit) -> {
      String low = text.toLowerCase(Locale.ROOT);
      return tables.list().stream()
          .filter(table -> table.title().toLowerCase(Locale.ROOT).contains(low))
          .limit(limit)
          .map(table -> new PaletteItem("Rule", table.title(), "", "rules/" + table.id()))
          .toList();
    };
  }

  @Bean
  PaletteSource knownGuards(HouseGuards guards) {
    return (text, limit) -> {
      String low = text.toLowerCase(Locale.ROOT);
      return guards.all().stream()
          .filter(one -> one.guard().title().toLowerCase(Locale.ROOT).contains(low))
          .limit(limit)
          .map(one -> new PaletteItem("Guard", one.guard().title(), "", "guards"))
          .toList();
    };
  }
}

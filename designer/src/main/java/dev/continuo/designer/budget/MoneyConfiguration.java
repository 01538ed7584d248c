package dev.continuo.designer.budget;

import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of money. */
@Configuration(proxyBeanMethods = false)
public class MoneyConfiguration {
  @Bean
  Destination moneyPage() {
    return new Destination("Money", "money", MoneyView.class, Glyph.COIN, 70);
  }
}

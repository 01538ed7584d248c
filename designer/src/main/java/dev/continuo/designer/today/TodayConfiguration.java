package dev.continuo.designer.today;

import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.ontology.memory.Memory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The start page. */
@Configuration(proxyBeanMethods = false)
public class TodayConfiguration {
  @Bean
  Destination todayPage() {
    return new Destination("Today", "", TodayView.class, Glyph.TODAY, 10);
  }

  @Bean
  Recollection recollection(Memory memory) {
    return new Recollection(memory);
  }
}

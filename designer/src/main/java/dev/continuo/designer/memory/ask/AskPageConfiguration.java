package dev.continuo.designer.memory.ask;

import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page where memory is asked. */
@Configuration(proxyBeanMethods = false)
public class AskPageConfiguration {
  @Bean
  Destination askPage() {
    return new Destination("Ask", "ask", AskView.class, Glyph.SPARK, 32);
  }
}

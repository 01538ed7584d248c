package dev.continuo.designer.memory.erase;

import dev.continuo.designer.shell.Pulse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of erasures. */
@Configuration(proxyBeanMethods = false)
public class ErasurePagesConfiguration {
  @Bean
  ErasureBeat erasureBeat(Pulse pulse) {
    return new ErasureBeat(pulse);
  }
}

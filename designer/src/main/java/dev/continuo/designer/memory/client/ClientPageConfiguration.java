package dev.continuo.designer.memory.client;

import dev.continuo.designer.shell.Pulse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of one client. */
@Configuration(proxyBeanMethods = false)
public class ClientPageConfiguration {
  @Bean
  LastLooks lastLooks(JdbcClient jdbc) {
    return new LastLooks(jdbc);
  }

  @Bean
  DocumentBeat documentBeat(Pulse pulse) {
    return new DocumentBeat(pulse);
  }
}

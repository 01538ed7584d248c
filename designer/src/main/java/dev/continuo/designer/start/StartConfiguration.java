package dev.continuo.designer.start;

import dev.continuo.designer.shell.Health;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.journal.Journal;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the start leaves behind for the pages. */
@Configuration(proxyBeanMethods = false)
public class StartConfiguration {
  @Bean
  Health health(ObjectProvider<Engines> engines, ObjectProvider<Journal> journal) {
    Engines supervised = engines.getIfAvailable();
    return supervised == null
        ? List::of
        : new EngineHealth(supervised, () -> journal.getObject().problem());
  }
}

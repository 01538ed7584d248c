package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.NameLikeness;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens memory where {@code spring.neo4j.*} says it is. */
@Configuration(proxyBeanMethods = false)
public class MemoryConfiguration {
  @Bean(destroyMethod = "close")
  Memory memory(
      @Value("${spring.neo4j.uri}") String uri,
      @Value("${spring.neo4j.authentication.username:neo4j}") String user,
      @Value("${spring.neo4j.authentication.password:}") String password,
      ObjectProvider<Activities> activities,
      ObjectProvider<NameLikeness> likeness) {
    return OpenedOnFirstUse.memory(
        () ->
            Memory.open(
                new MemoryAddress(uri, user, password),
                new MemoryOptions(
                    activities.getIfAvailable(Activities::none),
                    likeness.getIfAvailable(NameLikeness::none),
                    InstantSource.system())));
  }

  @Bean
  WarmUp warmUp(Intake intake, Memory memory) {
    return new WarmUp(intake, memory);
  }
}

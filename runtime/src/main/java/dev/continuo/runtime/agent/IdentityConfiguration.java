package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.NameLikeness;
import dev.continuo.runtime.upkeep.Upkeep;
import java.time.Duration;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Proposes merges of what memory may know twice. */
@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {
  private static final int AT_ONCE = 50;

  @Bean
  NameLikeness nameLikeness(EmbeddingModel model) {
    return new EmbeddedNames(model);
  }

  @Bean
  Upkeep mergeProposals(Memory memory) {
    return Upkeep.every(
        "merge-proposals",
        Duration.ofMinutes(1),
        Duration.ofMinutes(1),
        () -> memory.identities().lookForAll(AT_ONCE));
  }
}

package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.NameLikeness;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Proposes merges of what memory may know twice. */
@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {
  @Bean
  NameLikeness nameLikeness(EmbeddingModel model) {
    return new EmbeddedNames(model);
  }

  @Bean
  MergeUpkeep mergeUpkeep(Memory memory) {
    return new MergeUpkeep(memory);
  }
}

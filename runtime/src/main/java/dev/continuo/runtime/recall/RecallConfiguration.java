package dev.continuo.runtime.recall;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.runtime.budget.Deferrals;
import dev.continuo.runtime.budget.Fidelities;
import dev.continuo.runtime.budget.Rounds;
import dev.continuo.runtime.budget.springai.HouseModels;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.recall.springai.ModelEmbeddings;
import dev.continuo.runtime.recall.springai.ModelVoices;
import dev.continuo.runtime.setting.Secrets;
import dev.continuo.runtime.setting.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Recall over the memory that {@code spring.neo4j.*} names. */
@Configuration(proxyBeanMethods = false)
public class RecallConfiguration {
  @Bean(destroyMethod = "close")
  Recall recall(
      @Value("${spring.neo4j.uri}") String uri,
      @Value("${spring.neo4j.authentication.username:neo4j}") String user,
      @Value("${spring.neo4j.authentication.password:}") String password,
      Memory memory,
      EmbeddingModel model,
      ObjectProvider<Activities> activities) {
    return new OpenedRecall(
        () ->
            Recall.open(
                new MemoryAddress(uri, user, password),
                () -> memory.vocabularies().current(),
                new ModelEmbeddings(model),
                InstantSource.system()),
        activities.getIfAvailable(Activities::none));
  }

  @Bean
  ErasedClients erasedClients(Recall recall) {
    return new ErasedClients(recall);
  }

  @Bean
  HouseModels houseModels(Settings settings, Rounds rounds, @Value("${continuo.data}") Path data) {
    return new HouseModels(settings, new Secrets(data.resolve("secrets")), rounds);
  }

  @Bean
  Voices voices(HouseModels models) {
    return new ModelVoices(models);
  }

  @Bean
  Asking asking(Recall recall, Voices voices, Fidelities fidelities) {
    return new Questions(recall, voices, fidelities);
  }

  @Bean
  StepHandler rollUpStep(
      Recall recall, Settings settings, Fidelities fidelities, Voices voices, Deferrals deferrals) {
    return new RollUpStep(recall, () -> settings.work().zone(), fidelities, voices, deferrals);
  }

  @Bean(destroyMethod = "close")
  Indexing indexing(Recall recall) {
    return new Indexing(recall);
  }
}

package dev.continuo.runtime.flow;

import dev.continuo.runtime.journal.ElementNames;
import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.OwnerZone;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.upkeep.Upkeep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires flows. Shipped flows are the BPMN files under {@code continuo/flows} of the class path. */
@Configuration(proxyBeanMethods = false)
public class FlowConfiguration {

  @Bean
  EngineEpoch engineEpoch(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ProcessEngine engine,
      @Value("${continuo.data}") Path data) {
    return new EngineChange(
            jdbc,
            new TransactionTemplate(transactions),
            data.resolve("run").resolve("adopt"),
            () -> FollowedEngine.fence(engine))
        .epoch();
  }

  @Bean
  StepCatalogue stepCatalogue(ObjectProvider<StepHandler> handlers) {
    return new StepCatalogue(handlers.stream().toList());
  }

  @Bean
  StepLedger stepLedger(JdbcClient jdbc) {
    return new StepLedger(jdbc);
  }

  @Bean
  Retries retries(StepLedger ledger, ObjectProvider<RetryPolicy> policies) {
    return new Retries(ledger, policies.orderedStream().toList());
  }

  @Bean
  FlowLint flowLint(ObjectProvider<StepCatalogue> catalogue) {
    return new FlowLint(catalogue::getObject);
  }

  @Bean
  StoredFlows flows(
      FlowRows flows,
      FlowVersionRows versions,
      FlowLint lint,
      ProcessEngine engine,
      PlatformTransactionManager transactions) {
    return new StoredFlows(flows, versions, lint, engine, new TransactionTemplate(transactions));
  }

  @Bean
  TriggeredStarts starts(
      JdbcClient jdbc,
      JsonMapper json,
      FlowVersionRows versions,
      FlowLint lint,
      ProcessEngine engine,
      ObjectProvider<Journal> journal,
      FollowedEngine followed) {
    return new TriggeredStarts(jdbc, json, versions, lint, engine, journal::getObject, followed);
  }

  @Bean
  FollowedEngine followedEngine(
      ProcessEngine engine, ObjectProvider<Journal> journal, @Value("${continuo.data}") Path data) {
    return new FollowedEngine(
        engine, journal::getObject, data.resolve("run").resolve("journal-problem"));
  }

  @Bean
  ConfirmedStarts confirmedStarts(TriggeredStarts starts) {
    return new ConfirmedStarts(starts);
  }

  @Bean
  ElementNames elementNames(FlowVersionRows versions, FlowLint lint) {
    return new ReleasedElementNames(versions, lint);
  }

  @Bean
  OwnerZone ownerZone(Settings settings) {
    return () -> settings.work().zone();
  }

  @Bean
  FlowUpkeep flowUpkeep(
      StoredFlows flows,
      TriggeredStarts starts,
      ProcessEngine engine,
      FollowedEngine followed,
      @Value("${continuo.shipped-flows:classpath*:continuo/flows/*.bpmn}") String shipped)
      throws IOException {
    var texts = new ArrayList<String>();
    for (var file : new PathMatchingResourcePatternResolver().getResources(shipped)) {
      texts.add(file.getContentAsString(StandardCharsets.UTF_8));
    }
    return new FlowUpkeep(flows, starts, engine, followed, List.copyOf(texts));
  }

  @Bean
  Upkeep flowsKeptInStep(FlowUpkeep flows) {
    return Upkeep.every("flow-upkeep", Duration.ZERO, Duration.ofSeconds(2), flows::look);
  }
}

package dev.continuo.runtime.flow.zeebe;

import dev.continuo.runtime.flow.EngineEpoch;
import dev.continuo.runtime.flow.ProcessEngine;
import dev.continuo.runtime.flow.Retries;
import dev.continuo.runtime.flow.StepCatalogue;
import dev.continuo.runtime.flow.StepLedger;
import io.camunda.client.CamundaClient;
import io.grpc.ClientInterceptor;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the Zeebe client. The gateway's address is {@code continuo.zeebe.grpc-address};
 * interceptors that are beans see its calls.
 */
@Configuration(proxyBeanMethods = false)
public class ZeebeConfiguration {

  @Bean(destroyMethod = "close")
  CamundaClient zeebeClient(
      @Value("${continuo.zeebe.grpc-address}") URI grpcAddress,
      @Value("${continuo.zeebe.worker-threads:16}") int threads,
      ObjectProvider<ClientInterceptor> interceptors) {
    return CamundaClient.newClientBuilder()
        .applyEnvironmentVariableOverrides(false)
        .grpcAddress(grpcAddress)
        .preferRestOverGrpc(false)
        .numJobWorkerExecutionThreads(threads)
        .maxMessageSize(8 * 1024 * 1024)
        .withInterceptors(interceptors.orderedStream().toArray(ClientInterceptor[]::new))
        .build();
  }

  @Bean
  ProcessEngine processEngine(CamundaClient client) {
    return new ZeebeProcessEngine(client);
  }

  @Bean
  ZeebeWorkers zeebeWorkers(
      CamundaClient client,
      StepCatalogue catalogue,
      StepLedger ledger,
      Retries retries,
      EngineEpoch epoch) {
    return new ZeebeWorkers(client, catalogue, ledger, retries, epoch);
  }
}

package dev.continuo.designer.bench;

import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.EnginePlace;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.ProcessStatus;
import dev.continuo.runtime.engine.testing.TestFolders;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The floor: the same broker without an exporter, and a plain worker of the same settings. */
final class BareZeebe implements OneStep, AutoCloseable {
  private final Instances instances = new Instances();
  private final Engines engines;
  private final CamundaClient client;

  BareZeebe(Path folder) {
    engines =
        Engines.start(
            EnginesSpec.none(TestFolders.open(folder))
                .with(EngineName.ZEEBE, new EnginePlace.Managed(0))
                .withoutExporter());
    Runtime.getRuntime().addShutdownHook(new Thread(engines::close)); // when it is interrupted
    engines.awaitReady();
    client =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .grpcAddress(URI.create(engines.addresses().zeebeGrpc()))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(16)
            .withInterceptors(instances)
            .build();
    client
        .newDeployResourceCommand()
        .addResourceBytes(BPMN.getBytes(StandardCharsets.UTF_8), PROCESS + ".bpmn")
        .send()
        .join();
    client
        .newWorker()
        .jobType(JOB_TYPE)
        .handler(
            (jobs, job) -> {
              instances.working(job.getKey(), job.getVariablesAsMap());
              jobs.newCompleteCommand(job.getKey()).variables(Map.of()).send();
            })
        .name("bare")
        .timeout(Duration.ofSeconds(30))
        .maxJobsActive(64)
        .pollInterval(Duration.ofMillis(100))
        .streamEnabled(true)
        .open();
  }

  @Override
  public void start(long n) {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId(PROCESS)
        .latestVersion()
        .variables(Map.of("n", n))
        .send()
        .join();
  }

  @Override
  public Instances instances() {
    return instances;
  }

  @Override
  public List<Long> pids() {
    return engines.statuses().stream().map(ProcessStatus::pid).toList();
  }

  @Override
  public void settle() {}

  @Override
  public void close() {
    client.close();
    engines.close();
  }
}

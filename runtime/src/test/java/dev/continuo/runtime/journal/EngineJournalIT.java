package dev.continuo.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.continuo.runtime.engine.testing.TestEngines;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a real engine through its exporter to the read model. */
class EngineJournalIT {
  @TempDir Path data;
  private final String flow = "greeting-" + UUID.randomUUID();
  private final String jobType = "greet-" + UUID.randomUUID();
  private JournalHouse house;
  private CamundaClient client;

  @BeforeEach
  void open() {
    String gateway = TestEngines.shared().zeebe().zeebeGrpc();
    house = new JournalHouse(TestEngines.shared().postgres(), data);
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create(gateway))
            .preferRestOverGrpc(false)
            .build();
    client
        .newDeployResourceCommand()
        .addResourceBytes(process().getBytes(StandardCharsets.UTF_8), flow + ".bpmn")
        .send()
        .join();
  }

  @AfterEach
  void close() {
    client.close();
    house.close();
  }

  @Test
  void aOneStepRunIsSeenFromStartToEnd() throws Exception {
    String startKey = "start-" + UUID.randomUUID();
    long run =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(flow)
            .latestVersion()
            .variables(Map.of("startKey", startKey, "title", "Hello"))
            .send()
            .join()
            .getProcessInstanceKey();
    seen();
    assertThat(house.journal().runStartedWith(startKey)).contains(run);
    assertThat(run(run).state()).isEqualTo(RunState.RUNNING);
    assertThat(run(run).summary().openElementIds()).containsExactly("greet");
    assertThat(run(run).summary().title()).isEqualTo("Hello");

    complete();
    seen();
    assertThat(run(run).state()).isEqualTo(RunState.WAITING);
    UserTaskJob task =
        house.journal().openUserTasks().stream()
            .filter(open -> open.runKey() == run)
            .findFirst()
            .orElseThrow();
    assertThat(task.elementId()).isEqualTo("look");
    assertThat(task.variables()).containsEntry("shown", "Hello");
    assertThat(task.headers()).containsEntry("hint", "be kind");

    client.newCompleteCommand(task.jobKey()).send().join();
    seen();
    assertThat(run(run).state()).isEqualTo(RunState.COMPLETED);
    assertThat(run(run).completedElements()).contains("start", "greet", "look", "end");
    assertThat(run(run).takenFlows()).containsExactlyInAnyOrder("f1", "f2", "f3");
    assertThat(house.journal().openUserTask(task.jobKey())).isEmpty();
    assertThat(house.trace().of(run))
        .extracting(TraceLine::sentence)
        .containsExactly(
            "started.", "works on “greet”.", "waits at “look”.", "reaches “end”.", "is finished.");
  }

  @Test
  void aParkedJobMakesTheRunWaitAndAnIncidentStopsIt() throws Exception {
    long run =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(flow)
            .latestVersion()
            .send()
            .join()
            .getProcessInstanceKey();
    long job = activate();
    client.newUpdateTimeoutCommand(job).timeout(Duration.ofDays(7)).send().join();
    seen();
    assertThat(run(run).state()).isEqualTo(RunState.WAITING);

    client.newFailCommand(job).retries(0).errorMessage("No paper").send().join();
    seen();
    assertThat(run(run).state()).isEqualTo(RunState.INCIDENT);
    assertThat(run(run).incidents().getFirst().message()).isEqualTo("No paper");

    client.newCancelInstanceCommand(run).send().join();
    seen();
    assertThat(run(run).state()).isEqualTo(RunState.TERMINATED);
  }

  /** Waits until all that the engine did before is in the read model. */
  private void seen() throws InterruptedException {
    String fence = UUID.randomUUID().toString();
    client
        .newPublishMessageCommand()
        .messageName(Journal.FENCE_MESSAGE)
        .correlationKey(fence)
        .timeToLive(Duration.ZERO)
        .send()
        .join();
    assertThat(house.journal().await(fence, Duration.ofSeconds(20))).isTrue();
  }

  private Run run(long key) {
    return house.runs().get(key).orElseThrow();
  }

  private void complete() {
    client.newCompleteCommand(activate()).send().join();
  }

  private long activate() {
    return await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                client
                    .newActivateJobsCommand()
                    .jobType(jobType)
                    .maxJobsToActivate(1)
                    .timeout(Duration.ofMinutes(1))
                    .send()
                    .join()
                    .getJobs(),
            jobs -> !jobs.isEmpty())
        .getFirst()
        .getKey();
  }

  private String process() {
    List<String> parts =
        List.of(
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'",
            " xmlns:zeebe='http://camunda.org/schema/zeebe/1.0' targetNamespace='test'>",
            "<process id='" + flow + "' isExecutable='true'>",
            "<startEvent id='start'><outgoing>f1</outgoing></startEvent>",
            "<serviceTask id='greet'><extensionElements><zeebe:taskDefinition type='" + jobType,
            "'/></extensionElements><incoming>f1</incoming><outgoing>f2</outgoing></serviceTask>",
            "<userTask id='look'><extensionElements><zeebe:ioMapping>",
            "<zeebe:input source='=if title = null then \"\" else title' target='shown'/>",
            "</zeebe:ioMapping><zeebe:taskHeaders><zeebe:header key='hint' value='be kind'/>",
            "</zeebe:taskHeaders></extensionElements>",
            "<incoming>f2</incoming><outgoing>f3</outgoing></userTask>",
            "<endEvent id='end'><incoming>f3</incoming></endEvent>",
            "<sequenceFlow id='f1' sourceRef='start' targetRef='greet'/>",
            "<sequenceFlow id='f2' sourceRef='greet' targetRef='look'/>",
            "<sequenceFlow id='f3' sourceRef='look' targetRef='end'/>",
            "</process></definitions>");
    return String.join("", parts);
  }
}

package dev.continuo.runtime.flow.zeebe;

import dev.continuo.runtime.flow.EngineTrouble;
import dev.continuo.runtime.flow.ProcessEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** {@link ProcessEngine} on a Zeebe gateway over gRPC. */
final class ZeebeProcessEngine implements ProcessEngine {
  private static final int BUSY_TRIES = 6;
  private final CamundaClient client;

  ZeebeProcessEngine(CamundaClient client) {
    this.client = client;
  }

  @Override
  public DeployedProcess deploy(String resourceName, String xml) {
    var deployment =
        ask(
            () ->
                client
                    .newDeployResourceCommand()
                    .addResourceBytes(xml.getBytes(StandardCharsets.UTF_8), resourceName)
                    .send()
                    .join());
    var process = deployment.getProcesses().getFirst();
    return new DeployedProcess(
        process.getProcessDefinitionKey(), process.getBpmnProcessId(), process.getVersion());
  }

  @Override
  public long start(String processId, Map<String, Object> variables) {
    return ask(
        () ->
            client
                .newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey());
  }

  @Override
  public void publish(
      String name,
      String correlationKey,
      String messageId,
      Duration timeToLive,
      Map<String, Object> variables) {
    try {
      ask(
          () ->
              client
                  .newPublishMessageCommand()
                  .messageName(name)
                  .correlationKey(correlationKey)
                  .messageId(messageId)
                  .timeToLive(timeToLive)
                  .variables(variables)
                  .send()
                  .join());
    } catch (AlreadyThere known) {
      // The broker holds this message id: it was published before, which is what was asked.
    }
  }

  @Override
  public void complete(long jobKey, Map<String, Object> variables) {
    ask(() -> client.newCompleteCommand(jobKey).variables(variables).send().join());
  }

  @Override
  public void lease(long jobKey, Duration duration) {
    ask(() -> client.newUpdateTimeoutCommand(jobKey).timeout(duration).send().join());
  }

  @Override
  public void tryAgain(long jobKey, long incidentKey, int retries) {
    if (jobKey > 0) {
      ask(() -> client.newUpdateRetriesCommand(jobKey).retries(retries).send().join());
    }
    ask(() -> client.newResolveIncidentCommand(incidentKey).send().join());
  }

  @Override
  public void cancel(long runKey) {
    ask(() -> client.newCancelInstanceCommand(runKey).send().join());
  }

  @Override
  public boolean answers() {
    try {
      return client
          .newTopologyRequest()
          .requestTimeout(Duration.ofSeconds(3))
          .send()
          .join()
          .getBrokers()
          .stream()
          .anyMatch(broker -> !broker.getPartitions().isEmpty());
    } catch (ClientException unreachable) {
      return false;
    }
  }

  private static <T> T ask(Supplier<T> request) {
    long pause = 50;
    for (int attempt = 1; ; attempt++) {
      try {
        return request.get();
      } catch (ClientStatusException answer) {
        if (answer.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED || attempt == BUSY_TRIES) {
          throw translated(answer);
        }
      } catch (ClientException broken) {
        throw new EngineTrouble.Unreachable(String.valueOf(broken.getMessage()), broken);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
      pause *= 2;
    }
  }

  private static RuntimeException translated(ClientStatusException answer) {
    String words = String.valueOf(answer.getStatus().getDescription());
    return switch (answer.getStatusCode()) {
      case ALREADY_EXISTS -> new AlreadyThere(words, answer);
      case NOT_FOUND -> new EngineTrouble.Gone(words, answer);
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE, UNIMPLEMENTED, PERMISSION_DENIED ->
          new EngineTrouble.Refused(words, answer);
      default -> new EngineTrouble.Unreachable(words, answer);
    };
  }

  private static final class AlreadyThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyThere(String message, Throwable cause) {
      super(message, cause);
    }
  }
}

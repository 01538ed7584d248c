package dev.continuo.runtime.flow.zeebe;

import dev.continuo.runtime.flow.CurrentStep;
import dev.continuo.runtime.flow.EngineEpoch;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.Retries;
import dev.continuo.runtime.flow.StepCatalogue;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepLedger;
import dev.continuo.runtime.flow.StepOutcome;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Opens one job worker per step type and turns outcomes into the engine's commands. A job's lease
 * is 30 s and is renewed while its handler works; a waiting step keeps it for seven days.
 */
final class ZeebeWorkers implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ZeebeWorkers.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PARKED = Duration.ofDays(7);
  private static final int COMMAND_TRIES = 8;

  private final CamundaClient client;
  private final StepCatalogue catalogue;
  private final StepLedger ledger;
  private final EngineEpoch epoch;
  private final Retries retries;
  private final List<JobWorker> workers = new ArrayList<>();
  private final Set<Long> working = ConcurrentHashMap.newKeySet();
  private volatile boolean open;
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  ZeebeWorkers(
      CamundaClient client,
      StepCatalogue catalogue,
      StepLedger ledger,
      Retries retries,
      EngineEpoch epoch) {
    this.retries = retries;
    this.epoch = epoch;
    this.client = client;
    this.catalogue = catalogue;
    this.ledger = ledger;
  }

  @Override
  public void start() {
    clock.shutdownNow();
    clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    open = true;
    for (StepHandler handler : catalogue.handlers()) {
      var step = handler.descriptor();
      workers.add(
          client
              .newWorker()
              .jobType(step.jobType())
              .handler((jobs, job) -> handle(handler, jobs, job))
              .name("continuo")
              .timeout(LEASE)
              .maxJobsActive(step.lane() == Lane.CRITICAL ? 64 : 8)
              .pollInterval(Duration.ofMillis(100))
              .streamEnabled(true)
              .open());
    }
    clock.scheduleAtFixedRate(this::renew, 10, 10, TimeUnit.SECONDS);
    log.info("{} step types have workers", workers.size());
  }

  @Override
  public void stop() {
    open = false;
    workers.forEach(JobWorker::close);
    workers.clear();
    clock.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  /** After the web server's beans, so that the first job meets a complete application. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 100;
  }

  private void renew() {
    for (long job : working) {
      send(client.newUpdateTimeoutCommand(job).timeout(LEASE), "lease", job, COMMAND_TRIES);
    }
  }

  private void handle(StepHandler handler, JobClient jobs, ActivatedJob job) {
    if (!open) {
      return; // a closed worker's client still hands out jobs; the lease brings this one back
    }
    var step = new ZeebeStep(job, epoch);
    Instant begin = Instant.now();
    working.add(job.getKey());
    Consumer<Throwable> failure =
        broken -> {
          working.remove(job.getKey());
          failed(handler, jobs, job, step, broken);
        };
    try {
      StepOutcome outcome = CurrentStep.during(step, () -> handler.handle(step));
      ledger
          .write(step, handler.descriptor(), outcome, begin)
          .thenRun(
              () -> {
                answer(jobs, job, outcome);
                working.remove(job.getKey());
              })
          .whenComplete(
              (done, broken) -> {
                if (broken != null) { // not in the ledger's own thread: it asks the database again
                  Throwable cause = broken.getCause() == null ? broken : broken.getCause();
                  Thread.startVirtualThread(() -> failure.accept(cause));
                }
              });
    } catch (Exception broken) {
      failure.accept(broken);
    }
  }

  private void answer(JobClient jobs, ActivatedJob job, StepOutcome outcome) {
    long key = job.getKey();
    switch (outcome) {
      case StepOutcome.Done done ->
          send(jobs.newCompleteCommand(key).variables(done.outputs()), "complete", key, 1);
      case StepOutcome.Waiting waiting ->
          send(client.newUpdateTimeoutCommand(key).timeout(PARKED), "park", key, 1);
      case StepOutcome.Retry retry ->
          send(
              jobs.newFailCommand(key)
                  .retries(Math.max(1, job.getRetries()))
                  .retryBackoff(retry.after())
                  .errorMessage(retry.why()),
              "retry",
              key,
              1);
      case StepOutcome.BusinessError error ->
          send(
              jobs.newThrowErrorCommand(key).errorCode(error.code()).errorMessage(error.message()),
              "error",
              key,
              1);
      case StepOutcome.Incident incident ->
          send(
              jobs.newFailCommand(key)
                  .retries(0)
                  .errorMessage(incident.what() + "\n" + incident.why() + "\n" + incident.fix()),
              "incident",
              key,
              1);
    }
  }

  private void failed(
      StepHandler handler, JobClient jobs, ActivatedJob job, StepContext step, Throwable broken) {
    var answer = retries.after(step, handler.descriptor(), broken);
    log.warn(
        "Step {} of run {} broke, {} ({})",
        handler.descriptor().id(),
        job.getProcessInstanceKey(),
        answer.again() ? "tried again after " + answer.after() : "not tried again",
        answer.rule(),
        broken);
    send(
        jobs.newFailCommand(job.getKey())
            .retries(answer.again() ? 1 : 0)
            .retryBackoff(Retries.pause(answer))
            .errorMessage(
                "'%s' could not be finished.\n%s\nLook at the cause, then choose Try again on the run."
                    .formatted(handler.descriptor().title(), reason(broken))),
        "fail",
        job.getKey(),
        1);
  }

  private static String reason(Throwable broken) {
    String message = broken.getMessage();
    return message == null || message.isBlank() ? broken.getClass().getSimpleName() : message;
  }

  /** Sends without blocking the worker; busy answers are tried again, a gone job needs nothing. */
  private void send(FinalCommandStep<?> command, String what, long job, int attempt) {
    command
        .send()
        .whenComplete(
            (ok, broken) -> {
              if (broken == null || !open) {
                return;
              }
              Map.Entry<Boolean, String> verdict = ZeebeAnswers.judge(broken);
              if (verdict.getKey() && attempt < COMMAND_TRIES) {
                clock.schedule(
                    () -> send(command, what, job, attempt + 1),
                    50L << attempt,
                    TimeUnit.MILLISECONDS);
              } else {
                log.info("The engine did not {} job {}: {}", what, job, verdict.getValue());
              }
            });
  }

  /** Reads the engine's refusals. */
  private static final class ZeebeAnswers {
    static Map.Entry<Boolean, String> judge(Throwable broken) {
      if (broken instanceof io.camunda.client.api.command.ClientStatusException answer) {
        boolean again =
            switch (answer.getStatusCode()) {
              case RESOURCE_EXHAUSTED, UNAVAILABLE, DEADLINE_EXCEEDED -> true;
              default -> false;
            };
        return Map.entry(again, String.valueOf(answer.getStatus().getDescription()));
      }
      return Map.entry(broken instanceof ClientException, String.valueOf(broken.getMessage()));
    }
  }
}

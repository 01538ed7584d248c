package dev.continuo.runtime.flow;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about failed tries: by the policies that there are, else by the step's retry class. */
public final class Retries {
  private static final Logger log = LoggerFactory.getLogger(Retries.class);
  private final StepLedger ledger;
  private final List<RetryPolicy> policies;

  Retries(StepLedger ledger, List<RetryPolicy> policies) {
    this.ledger = ledger;
    this.policies = List.copyOf(policies);
  }

  /** What follows a failed try. Never throws: without a store the step's own class counts. */
  public RetryPolicy.Answer after(StepContext step, StepDescriptor descriptor, Throwable broken) {
    try {
      var error = ErrorClass.of(broken);
      int tries = ledger.failed(step, error);
      var failure =
          new RetryPolicy.Failure(descriptor, error, tries, step.runKey(), step.elementId());
      var answer =
          policies.stream()
              .flatMap(policy -> policy.after(failure).stream())
              .findFirst()
              .orElseGet(() -> own(descriptor, tries));
      if (!answer.again()) {
        ledger.stopped(step);
      }
      return answer;
    } catch (RuntimeException trouble) {
      log.warn("The retry policy could not be asked; the step's own patience counts", trouble);
      return own(descriptor, 1);
    }
  }

  private static RetryPolicy.Answer own(StepDescriptor descriptor, int tries) {
    var retry = descriptor.retry();
    return new RetryPolicy.Answer(
        tries <= retry.retries(),
        retry.backoff().multipliedBy(1L << Math.clamp(tries - 1, 0, 6)),
        "the step's own patience");
  }

  /** Nothing shorter than this: a table may say 0. */
  public static Duration pause(RetryPolicy.Answer answer) {
    return answer.after().compareTo(Duration.ofMillis(100)) < 0
        ? Duration.ofMillis(100)
        : answer.after();
  }
}

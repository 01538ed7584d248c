package dev.continuo.runtime.flow;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a step ended. */
public sealed interface StepOutcome {

  /** Finished; {@code outputs} become variables of the run. */
  record Done(Map<String, Object> outputs) implements StepOutcome {
    public Done {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /** Not now; try again {@code after} that pause. */
  record Retry(Duration after, String why) implements StepOutcome {}

  /** Parked until something outside the engine decides; whoever decides completes it by key. */
  record Waiting(String on) implements StepOutcome {}

  /** An outcome that the process models as a BPMN error. */
  record BusinessError(String code, String message) implements StepOutcome {}

  /** Needs a person: what happened, why, what to do. */
  record Incident(String what, String why, String fix) implements StepOutcome {}
}

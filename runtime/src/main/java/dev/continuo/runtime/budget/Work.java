package dev.continuo.runtime.budget;

import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * What a model is wanted for; every round of it is charged to this.
 *
 * @param task as in the house table <em>Fidelity</em>: {@code research}, {@code roll-up}, ...
 * @param step the step of a run that asks; null where a person asks
 * @param client id of the entity it is about, where it is about one
 */
public record Work(Lane lane, String task, @Nullable StepContext step, @Nullable String client) {

  /** Somebody waits for it, outside of any run. */
  public static Work asked(String task, @Nullable String client) {
    return new Work(Lane.CRITICAL, task, null, client);
  }

  @Nullable Long runKey() {
    return step == null ? null : step.runKey();
  }
}

package dev.continuo.runtime.flow;

import java.util.Optional;

/** The step that this thread works on, for whoever tells what was done for it. */
public final class CurrentStep {
  private static final ScopedValue<StepContext> STEP = ScopedValue.newInstance();

  private CurrentStep() {}

  /** The step; empty where no run asks. */
  public static Optional<StepContext> get() {
    return STEP.isBound() ? Optional.of(STEP.get()) : Optional.empty();
  }

  /** Does work for a step. */
  public static <T, X extends Throwable> T during(
      StepContext step, ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(STEP, step).call(work);
  }
}

package dev.continuo.runtime.budget;

import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.StepContext;

/** Says how good work may be. Every answer is recorded like any other decision. */
public interface Fidelities {
  /**
   * For work that somebody waits for outside a run.
   *
   * @param task {@code draft}, {@code qualify}, {@code extract}, {@code research}, {@code
   *     summarise}, {@code roll-up} or {@code other}
   * @return {@link Fidelity#full()} where the table has no answer: a rule that is broken must not
   *     make work worse
   */
  Fidelity of(Lane lane, String task);

  /** For a step of a run; the answer is told in the run. */
  Fidelity of(Lane lane, String task, StepContext step);
}

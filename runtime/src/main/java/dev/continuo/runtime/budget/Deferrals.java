package dev.continuo.runtime.budget;

import dev.continuo.runtime.flow.StepContext;

/** Counts how often work of a run was put off for want of money, so that it is not for ever. */
public interface Deferrals {
  /** Counts one more; false where it was put off often enough and must go on as it can. */
  boolean again(StepContext step);
}

package dev.continuo.runtime.setting;

import org.jspecify.annotations.Nullable;

/**
 * The owner's language models. Without any, nothing is asked of a model and nothing can cost.
 *
 * @param premium for what a client reads
 * @param economy for everything else; one of the two alone does all
 */
public record ModelSettings(@Nullable ModelAccount premium, @Nullable ModelAccount economy) {

  /** Whether there is a model at all. */
  public boolean any() {
    return premium != null || economy != null;
  }
}

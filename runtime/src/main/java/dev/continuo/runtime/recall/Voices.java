package dev.continuo.runtime.recall;

import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Work;
import java.util.Optional;

/** The models that the owner has; each is charged for what it is asked. */
public interface Voices {
  /** Whether there is any model. */
  boolean any();

  /**
   * A model for that work, as good as it may be; empty where there is none.
   *
   * @param fidelity says the tier; {@code local} is no model
   */
  Optional<Wording> of(Work work, Fidelity fidelity);
}

package dev.continuo.runtime.recall;

import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Work;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same model for everything, or none. */
record Voiced(@Nullable Wording model) implements Voices {
  @Override
  public boolean any() {
    return model != null;
  }

  @Override
  public Optional<Wording> of(Work work, Fidelity fidelity) {
    return fidelity.tier().equals("local") ? Optional.empty() : Optional.ofNullable(model);
  }
}

package dev.continuo.runtime.recall.springai;

import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Work;
import dev.continuo.runtime.budget.springai.HouseModels;
import dev.continuo.runtime.recall.Voices;
import dev.continuo.runtime.recall.Wording;
import java.util.Optional;

/** The house's models as recall wants them. */
public final class ModelVoices implements Voices {
  private final HouseModels models;

  public ModelVoices(HouseModels models) {
    this.models = models;
  }

  @Override
  public boolean any() {
    return models.any();
  }

  @Override
  public Optional<Wording> of(Work work, Fidelity fidelity) {
    return models.of(work, fidelity).map(ChatWording::new);
  }
}

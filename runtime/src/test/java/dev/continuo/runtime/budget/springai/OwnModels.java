package dev.continuo.runtime.budget.springai;

import dev.continuo.runtime.setting.MailSettings;
import dev.continuo.runtime.setting.ModelAccount;
import dev.continuo.runtime.setting.ModelSettings;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;

/** Settings with one economy model. */
final class OwnModels implements Settings {
  private ModelSettings models;

  OwnModels(ModelAccount economy) {
    models = new ModelSettings(null, economy);
  }

  @Override
  public ModelSettings models() {
    return models;
  }

  @Override
  public void save(ModelSettings changed) {
    models = changed;
  }

  @Override
  public WorkSettings work() {
    throw new UnsupportedOperationException();
  }

  @Override
  public MailSettings mail() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void save(WorkSettings work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void save(MailSettings mail) {
    throw new UnsupportedOperationException();
  }
}

package dev.continuo.designer.people;

import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles the first owner: the login and the settings that sign letters, both or neither. */
class Newcomers {
  private final People people;
  private final Settings settings;
  private final TransactionTemplate transaction;

  Newcomers(People people, Settings settings, TransactionTemplate transaction) {
    this.people = people;
    this.settings = settings;
    this.transaction = transaction;
  }

  void settle(String name, String email, String company, String password) {
    transaction.executeWithoutResult(
        status -> {
          Owner owner = people.claim(name, email, password);
          WorkSettings work = settings.work();
          settings.save(
              new WorkSettings(
                  owner.name(),
                  owner.email(),
                  company.isBlank() ? owner.name() : company.strip(),
                  work.zone(),
                  work.from(),
                  work.to(),
                  work.days(),
                  work.slotMinutes(),
                  work.reminderAfter()));
        });
  }
}

package dev.continuo.runtime.setting;

/** The owner's settings; every read sees the newest saved values. */
public interface Settings {
  /** Who the owner is and when they work. */
  WorkSettings work();

  /** The mail accounts. */
  MailSettings mail();

  /** The language models. */
  ModelSettings models();

  /**
   * Saves the working settings.
   *
   * @throws SettingsRefused with all findings when something cannot be
   */
  void save(WorkSettings work);

  /**
   * Saves the mail accounts.
   *
   * @throws SettingsRefused with all findings when something cannot be
   */
  void save(MailSettings mail);

  /**
   * Saves the language models.
   *
   * @throws SettingsRefused with all findings when something cannot be
   */
  void save(ModelSettings models);
}

package dev.continuo.runtime.setting;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** {@link Settings} as one JSON document per topic in PostgreSQL. */
final class StoredSettings implements Settings {
  private static final String WORK = "work";
  private static final String MAIL = "mail";
  private static final String MODELS = "models";
  private static final ModelSettings NO_MODELS = new ModelSettings(null, null);
  private static final MailSettings NO_ACCOUNTS =
      new MailSettings(null, "INBOX", Duration.ofSeconds(60), null);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Duration reminderAfter;
  private final ConcurrentMap<String, Object> known = new ConcurrentHashMap<>();

  StoredSettings(JdbcClient jdbc, JsonMapper json, Duration reminderAfter) {
    this.jdbc = jdbc;
    this.json = json;
    this.reminderAfter = reminderAfter;
  }

  @Override
  public WorkSettings work() {
    return (WorkSettings)
        known.computeIfAbsent(
            WORK, topic -> read(topic, WorkSettings.class).orElseGet(this::firstSettings));
  }

  @Override
  public MailSettings mail() {
    return (MailSettings)
        known.computeIfAbsent(MAIL, topic -> read(topic, MailSettings.class).orElse(NO_ACCOUNTS));
  }

  @Override
  public ModelSettings models() {
    return (ModelSettings)
        known.computeIfAbsent(MODELS, topic -> read(topic, ModelSettings.class).orElse(NO_MODELS));
  }

  @Override
  public void save(WorkSettings work) {
    var findings = new ArrayList<String>();
    if (!work.from().isBefore(work.to())) {
      findings.add("The working day ends before it begins; set the end after the start.");
    }
    if (work.days().isEmpty()) {
      findings.add("No working day is chosen; choose at least one.");
    }
    if (work.slotMinutes() < 10 || work.slotMinutes() > 480) {
      findings.add("A slot has 10 to 480 minutes, not " + work.slotMinutes() + ".");
    }
    if (!work.reminderAfter().isPositive()) {
      findings.add("The reminder needs a waiting time above zero.");
    }
    if (!work.ownerEmail().isEmpty() && !work.ownerEmail().matches("[^@\\s]+@[^@\\s]+")) {
      findings.add("'" + work.ownerEmail() + "' is not an e-mail address.");
    }
    write(WORK, work, findings);
  }

  @Override
  public void save(MailSettings mail) {
    var findings = new ArrayList<String>();
    check("Incoming mail", mail.imap(), findings);
    check("Outgoing mail", mail.smtp(), findings);
    if (mail.pollEvery().compareTo(Duration.ofSeconds(1)) < 0) {
      findings.add("The mailbox cannot be polled more often than once a second.");
    }
    write(MAIL, mail, findings);
  }

  private static void check(String which, @Nullable MailAccount account, List<String> findings) {
    if (account == null) {
      return;
    }
    if (account.host().isBlank()) {
      findings.add(which + ": the server's name is missing.");
    }
    if (account.port() < 1 || account.port() > 65_535) {
      findings.add(which + ": a port is a number from 1 to 65535, not " + account.port() + ".");
    }
    boolean here = account.host().matches("localhost|127\\..*|::1");
    if (account.security() == MailAccount.Security.NONE && !here) {
      findings.add(
          which + ": an unprotected connection is only allowed to this machine; choose TLS.");
    }
  }

  @Override
  public void save(ModelSettings models) {
    var findings = new ArrayList<String>();
    ModelFindings.add("Premium model", models.premium(), findings);
    ModelFindings.add("Economy model", models.economy(), findings);
    write(MODELS, models, findings);
  }

  private void write(String topic, Object value, List<String> findings) {
    if (!findings.isEmpty()) {
      throw new SettingsRefused(findings);
    }
    jdbc.sql(
            """
            INSERT INTO setting(topic, value) VALUES (?, ?)
            ON CONFLICT (topic) DO UPDATE SET value = excluded.value, changed_at = now()
            """)
        .params(topic, json.writeValueAsString(value))
        .update();
    known.put(topic, value);
  }

  private <T> Optional<T> read(String topic, Class<T> type) {
    return jdbc.sql("SELECT value FROM setting WHERE topic = ?")
        .param(topic)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, type));
  }

  private WorkSettings firstSettings() {
    return new WorkSettings(
        "",
        "",
        "",
        ZoneId.systemDefault(),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        30,
        reminderAfter);
  }
}

package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.connector.ConnectorDatabase;
import dev.continuo.runtime.document.DocumentConfiguration;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.setting.MailAccount;
import dev.continuo.runtime.setting.MailSettings;
import dev.continuo.runtime.setting.ModelSettings;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail feature on a data folder and a database, as the app wires it, with starts recorded. */
final class MailHouse {
  final Path data;
  final JdbcClient jdbc;
  final Documents documents;
  final RecordedStarts starts = new RecordedStarts();
  final List<UnreadableMail> unreadable = new CopyOnWriteArrayList<>();
  final List<LateReplyArrived> lateReplies = new CopyOnWriteArrayList<>();
  final Map<String, Long> ended = new ConcurrentHashMap<>();
  final UnreadableMails unreadableMails;
  final MailIntake intake;
  final MailSender sender;
  final MailboxPolling polling;
  final FixedSettings settings = new FixedSettings();

  MailHouse(ConnectorDatabase database, Path data) {
    this.data = data;
    this.jdbc = database.jdbc();
    MailReader reader;
    try (var context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", Map.of("continuo.data", data.toString())));
      context.registerBean(JdbcClient.class, database::jdbc);
      context.register(DocumentConfiguration.class);
      context.refresh();
      documents = context.getBean(Documents.class);
      reader = context.getBean(MailReader.class);
    }
    MailThreads threads = new MailThreads(jdbc);
    unreadableMails =
        new UnreadableMails(
            jdbc,
            database.transactions(),
            event -> unreadable.add(((UnreadableMailArrived) event).mail()));
    intake =
        new MailIntake(
            documents,
            reader,
            threads,
            unreadableMails,
            starts,
            thread -> Optional.ofNullable(ended.get(thread)),
            event -> lateReplies.add((LateReplyArrived) event),
            database.transactions(),
            "lead-intake");
    MailSecrets secrets = new MailSecrets(data.resolve("secrets"));
    sender =
        new MailSender(
            settings,
            secrets,
            new OutgoingMails(jdbc, threads),
            new OutboxFolder(data.resolve("outbox")));
    polling = new MailboxPolling(settings, secrets, intake, jdbc);
  }

  void secret(String name, String value) throws IOException {
    Files.createDirectories(data.resolve("secrets"));
    Files.writeString(data.resolve("secrets").resolve(name), value);
  }

  static final class FixedSettings implements Settings {
    private WorkSettings work =
        new WorkSettings(
            "J\u00f6rg Owner",
            "me@me.example",
            "Me",
            ZoneId.of("Europe/Berlin"),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            30,
            Duration.ofDays(3));
    private MailSettings mail = new MailSettings(null, "INBOX", Duration.ofSeconds(1), null);

    void smtp(@Nullable MailAccount smtp) {
      mail = new MailSettings(mail.imap(), "INBOX", mail.pollEvery(), smtp);
    }

    void imap(@Nullable MailAccount imap) {
      mail = new MailSettings(imap, "INBOX", mail.pollEvery(), mail.smtp());
    }

    @Override
    public WorkSettings work() {
      return work;
    }

    @Override
    public MailSettings mail() {
      return mail;
    }

    @Override
    public ModelSettings models() {
      return new ModelSettings(null, null);
    }

    @Override
    public void save(ModelSettings models) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(WorkSettings work) {
      this.work = work;
    }

    @Override
    public void save(MailSettings mail) {
      this.mail = mail;
    }
  }
}

package dev.continuo.runtime.connector.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.continuo.runtime.connector.ConnectorDatabase;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.document.MailReading.ReadMail;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.SendResult;
import dev.continuo.runtime.effect.SendResult.Confirmed;
import dev.continuo.runtime.effect.SendResult.Failed;
import dev.continuo.runtime.effect.SendResult.Unknown;
import dev.continuo.runtime.setting.MailAccount;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real SMTP and IMAP server in this JVM. */
@Tag("apart")
class MailServersIT {
  private static ConnectorDatabase database;

  @TempDir Path data;
  private MailHouse house;
  private GreenMail server;
  private GreenMailUser user;

  @BeforeAll
  static void database() {
    database = ConnectorDatabase.fresh();
  }

  @BeforeEach
  void servers() throws IOException {
    house = new MailHouse(database, data);
    house.secret("mail-password", "s3cret");
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    user = server.setUser("me@me.example", "me", "s3cret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsAProperMailOverSmtpOnce() throws Exception {
    house.settings.smtp(account(server.getSmtp().getPort()));
    String key = freshKey();
    SendResult first = house.sender.send(answer("hanna@fjord.example"), key);
    assertThat(first).isInstanceOf(Confirmed.class);
    assertThat(house.sender.send(answer("hanna@fjord.example"), key)).isInstanceOf(Confirmed.class);
    MimeMessage[] arrived = server.getReceivedMessages();
    assertThat(arrived).hasSize(1);
    ReadMail mail =
        (ReadMail)
            MailReader.keepingNothing()
                .read(GreenMailUtil.getWholeMessage(arrived[0]).getBytes(UTF_8));
    assertThat(mail.messageId()).isEqualTo(((Confirmed) first).details().get("messageId"));
    assertThat(mail.from().name()).isEqualTo("J\u00f6rg Owner");
    assertThat(mail.subject()).isEqualTo("Re: Gr\u00fc\u00dfe \u2013 a website");
    assertThat(mail.inReplyTo()).isEqualTo("<q2@fjord.example>");
    assertThat(mail.references()).containsExactly("<q1@fjord.example>", "<q2@fjord.example>");
    assertThat(mail.text()).isEqualTo("Gladly, on Tuesday.\n\nJ\u00f6rg");
    assertThat(mail.notes()).isEmpty();
    assertThat(files("outbox")).isEmpty();
  }

  @Test
  void aLineCutAfterTheMessageWasTakenIsUnknownAndNothingIsSentASecondTime() throws Exception {
    try (CuttingProxy proxy =
        new CuttingProxy(server.getSmtp().getPort(), CuttingProxy.Cut.BEFORE_THE_ANSWER)) {
      house.settings.smtp(account(proxy.port()));
      assertThat(house.sender.send(answer("hanna@fjord.example"), freshKey()))
          .isInstanceOf(Unknown.class);
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(proxy.offers).hasValue(1);
    }
  }

  @Test
  void aLineCutWhileTheMessageIsOfferedIsUnknown() throws Exception {
    try (CuttingProxy proxy =
        new CuttingProxy(server.getSmtp().getPort(), CuttingProxy.Cut.AFTER_DATA_COMMAND)) {
      house.settings.smtp(account(proxy.port()));
      assertThat(house.sender.send(answer("hanna@fjord.example"), freshKey()))
          .isInstanceOf(Unknown.class);
      assertThat(server.getReceivedMessages()).isEmpty();
      assertThat(proxy.offers).hasValue(1);
    }
  }

  @Test
  void aLineCutBeforeTheMessageWasOfferedMayBeTriedAgain() throws Exception {
    try (CuttingProxy proxy =
        new CuttingProxy(server.getSmtp().getPort(), CuttingProxy.Cut.BEFORE_DATA)) {
      house.settings.smtp(account(proxy.port()));
      assertThat(house.sender.send(answer("hanna@fjord.example"), freshKey()))
          .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.mayRetry()).isTrue());
      assertThat(proxy.offers).hasValue(0);
    }
    house.settings.smtp(account(server.getSmtp().getPort()));
    assertThat(house.sender.send(answer("hanna@fjord.example"), freshKey()))
        .isInstanceOf(Confirmed.class);
  }

  @Test
  void aServerThatIsNotThereMayBeTriedAgainAndAWrongPasswordMayNot() throws IOException {
    int nobody;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = taken.getLocalPort();
    }
    house.settings.smtp(account(nobody));
    assertThat(house.sender.send(answer("hanna@fjord.example"), freshKey()))
        .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.mayRetry()).isTrue());
    house.secret("mail-password", "wrong");
    house.settings.smtp(account(server.getSmtp().getPort()));
    assertThat(house.sender.send(answer("hanna@fjord.example"), freshKey()))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.mayRetry()).isFalse();
              assertThat(failed.toString()).doesNotContain("wrong");
            });
    Files.delete(data.resolve("secrets/mail-password"));
    assertThat(house.sender.send(answer("hanna@fjord.example"), freshKey()))
        .isInstanceOf(Failed.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void theOutboxFolderGetsOneFilePerKey() throws IOException {
    String key = "2251799813685249-2251799813685300-0";
    SendResult first = house.sender.send(answer("hanna@fjord.example"), key);
    assertThat(first)
        .isInstanceOfSatisfying(
            Confirmed.class, c -> assertThat(c.receipt()).isEqualTo("outbox/" + key + ".eml"));
    byte[] file = Files.readAllBytes(data.resolve("outbox").resolve(key + ".eml"));
    assertThat(((Confirmed) house.sender.send(answer("other@fjord.example"), key)).details())
        .containsEntry("messageId", ((Confirmed) first).details().get("messageId"));
    assertThat(data.resolve("outbox").resolve(key + ".eml")).hasBinaryContent(file);
    assertThat(files("outbox")).hasSize(1);
    house.jdbc.sql("update outgoing_mail set receipt = null, sent_at = null").update();
    assertThat(house.sender.send(answer("hanna@fjord.example"), key))
        .as("cut off after the file was written")
        .isInstanceOf(Confirmed.class);
    assertThat(data.resolve("outbox").resolve(key + ".eml")).hasBinaryContent(file);
  }

  @Test
  void noHeaderCanBeSmuggledIn() throws IOException {
    Intent smuggling =
        new Intent(
            "mail",
            "x",
            Map.of(
                "to", List.of("hanna@fjord.example"),
                "subject", "hi\r\nBcc: all@victim.example\r\n\r\nbody",
                "text", "text\r\n.\r\nMAIL FROM:<x@y.example>",
                "inReplyTo", "<a@b>\r\nBcc: all@victim.example",
                "references", List.of("<c@d>\r\nX-Evil: 1", "junk")));
    String key = freshKey();
    assertThat(house.sender.send(smuggling, key)).isInstanceOf(Confirmed.class);
    String written = Files.readString(data.resolve("outbox").resolve(key + ".eml"));
    String head = written.substring(0, written.indexOf("\r\n\r\n"));
    assertThat(head.lines()).noneMatch(line -> line.matches("(?i)(bcc|x-evil):.*"));
    for (String address :
        List.of(
            "a@b.example\r\nBcc: c@d.example",
            "a@b.example, c@d.example",
            "Name <a@b.example>",
            "a@b@c",
            "",
            "a b@c.example",
            "<a@b.example>")) {
      Intent wrong = new Intent("mail", "x", Map.of("to", List.of(address), "text", "t"));
      assertThat(house.sender.send(wrong, freshKey()))
          .as(address)
          .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.mayRetry()).isFalse());
    }
    assertThat(house.sender.send(new Intent("mail", "x", Map.of()), freshKey()))
        .isInstanceOf(Failed.class);
  }

  @Test
  void fetchesNewMailFromTheMailboxOnceAlsoAfterARestart() throws Exception {
    house.settings.imap(account(server.getImap().getPort()));
    String first = MailIntakeIT.freshId();
    deliver(MailIntakeIT.mail(first, ""));
    house.polling.poll();
    assertThat(house.polling.health().state()).isEqualTo(MailboxHealth.State.WELL);
    assertThat(house.starts.started).containsOnlyKeys("mail:" + first);
    assertThat(seen()).containsExactly(true);

    MailHouse restarted = new MailHouse(database, data);
    restarted.settings.imap(account(server.getImap().getPort()));
    String second = MailIntakeIT.freshId();
    deliver(MailIntakeIT.mail(second, ""));
    restarted.polling.poll();
    restarted.polling.poll();
    assertThat(restarted.starts.started).containsOnlyKeys("mail:" + second);
    byte[] raw = MailIntakeIT.mail(second, "");
    assertThat(restarted.intake.receive(raw, MailOrigin.api("x")))
        .isInstanceOf(MailReceipt.Known.class);
  }

  @Test
  void aMailThatTheServerHasNumberedAndDoesNotShowYetIsNotPassedOver() throws Exception {
    house.settings.imap(account(server.getImap().getPort()));
    String first = MailIntakeIT.freshId();
    String second = MailIntakeIT.freshId();
    for (String id : List.of(first, second)) { // into a mailbox that is new, into a known one
      var numbered = new CountDownLatch(1);
      var shown = new CountDownLatch(1);
      var slow =
          new MimeMessage(noSession(), new ByteArrayInputStream(MailIntakeIT.mail(id, ""))) {
            @Override
            public void setFlags(Flags flags, boolean set) throws MessagingException {
              numbered.countDown();
              try {
                shown.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              super.setFlags(flags, set);
            }
          };
      Thread delivery = Thread.ofPlatform().start(() -> user.deliver(slow));
      assertThat(numbered.await(20, TimeUnit.SECONDS)).isTrue();
      house.polling.poll();
      assertThat(house.starts.started).doesNotContainKey("mail:" + id);
      shown.countDown();
      delivery.join();
      house.polling.poll();
      assertThat(house.starts.started).containsKey("mail:" + id);
    }
  }

  @Test
  void mailThatCannotBeTakenInStaysUnseenAndIsFetchedLater() throws Exception {
    house.settings.imap(account(server.getImap().getPort()));
    String id = MailIntakeIT.freshId();
    deliver(MailIntakeIT.mail(id, ""));
    house.starts.failing = true;
    house.polling.poll();
    assertThat(house.polling.health().state()).isEqualTo(MailboxHealth.State.TROUBLE);
    assertThat(seen()).containsExactly(false);
    house.starts.failing = false;
    house.polling.poll();
    assertThat(house.polling.health().state()).isEqualTo(MailboxHealth.State.WELL);
    assertThat(house.starts.started).containsOnlyKeys("mail:" + id);
  }

  @Test
  void aMailboxThatRefusesIsAStateWithASentence() throws IOException {
    assertThat(house.polling.health().state()).isEqualTo(MailboxHealth.State.OFF);
    house.secret("mail-password", "wrong");
    house.settings.imap(account(server.getImap().getPort()));
    house.polling.poll();
    assertThat(house.polling.health().state()).isEqualTo(MailboxHealth.State.TROUBLE);
    assertThat(house.polling.health().words()).contains("Settings").doesNotContain("wrong");
  }

  @Test
  void theWatchTakesMailFromFolderAndMailbox() throws Exception {
    house.settings.imap(account(server.getImap().getPort()));
    Path inbox = Files.createDirectories(data.resolve("inbox"));
    MailWatch watch =
        new MailWatch(new InboxFolder(inbox, house.intake), house.polling, house.settings, true);
    watch.start();
    try {
      String byFile = MailIntakeIT.freshId();
      String byImap = MailIntakeIT.freshId();
      Files.write(inbox.resolve("a.eml"), MailIntakeIT.mail(byFile, ""));
      deliver(MailIntakeIT.mail(byImap, ""));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(house.starts.started.keySet())
                      .contains("mail:" + byFile, "mail:" + byImap));
    } finally {
      watch.stop();
    }
  }

  private void deliver(byte[] raw) throws Exception {
    user.deliver(new MimeMessage(noSession(), new ByteArrayInputStream(raw)));
  }

  private static Session noSession() {
    return Session.getInstance(new Properties());
  }

  private List<Boolean> seen() throws Exception {
    return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
        .map(message -> message.getFlags().contains(Flags.Flag.SEEN))
        .toList();
  }

  private static MailAccount account(int port) {
    return new MailAccount("127.0.0.1", port, "me", "mail-password", MailAccount.Security.NONE);
  }

  private static Intent answer(String to) {
    return new Intent(
        "mail",
        "Answer",
        Map.of(
            "to", List.of(to),
            "subject", "Re: Gr\u00fc\u00dfe \u2013 a website",
            "text", "Gladly, on Tuesday.\n\nJ\u00f6rg",
            "inReplyTo", "<q2@fjord.example>",
            "references", List.of("<q1@fjord.example>")));
  }

  private static String freshKey() {
    return "key-" + UUID.randomUUID();
  }

  private List<Path> files(String name) throws IOException {
    Path folder = data.resolve(name);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}

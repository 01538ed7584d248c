package dev.continuo.designer.spine;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.continuo.designer.testing.Books;
import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways a mail can come in: as a file, by upload in the browser, over the API, by IMAP. */
final class FourWays implements AutoCloseable {
  private final RunningContinuo continuo;
  private final GreenMail server;
  private final GreenMailUser user;
  private @Nullable UploadPage page;

  FourWays(RunningContinuo continuo) {
    this.continuo = continuo;
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    user = server.setUser("mia@lind.example", "mia", "s3cret");
    try {
      Path secrets = Files.createDirectories(continuo.data().resolve("secrets"));
      Files.writeString(secrets.resolve("mailbox"), "s3cret");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    mailbox(
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            server.getImap().getPort(),
            "user",
            "mia",
            "secretName",
            "mailbox",
            "security",
            "NONE"));
  }

  private void mailbox(@Nullable Map<String, Object> imap) {
    var mail = new HashMap<String, Object>();
    mail.put("imap", imap);
    mail.put("folder", "INBOX");
    mail.put("pollEvery", "PT1S");
    mail.put("smtp", null);
    var saved = continuo.put("/api/v1/settings/mail", mail);
    if (saved.code() != 200) {
      throw new AssertionError("The mailbox was not set: " + saved);
    }
  }

  /** Into the inbox folder; returns when all files were taken. */
  void asFiles(List<byte[]> mails) {
    Path inbox = continuo.data().resolve("inbox");
    try {
      Files.createDirectories(inbox);
      for (byte[] mail : mails) {
        Path part = Files.write(inbox.resolve(".part-" + UUID.randomUUID()), mail);
        Files.move(part, inbox.resolve(UUID.randomUUID() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Eventually.within(
        120, "the inbox folder is empty", () -> continuo.files("inbox", ".eml").isEmpty());
  }

  void byUpload(List<byte[]> mails) {
    if (page == null) {
      page = UploadPage.of(continuo);
    }
    page.give(mails);
  }

  UploadPage page() {
    if (page == null) {
      page = UploadPage.of(continuo);
    }
    return page;
  }

  void byApi(List<byte[]> mails) {
    for (byte[] mail : mails) {
      var answer = continuo.post("/api/v1/mail", "message/rfc822", mail);
      if (answer.code() != 200 && answer.code() != 202) {
        throw new AssertionError("The mail was refused: " + answer);
      }
    }
  }

  /**
   * Into the mailbox; returns when all were fetched.
   *
   * @return those that the test's own mail server cannot take apart
   */
  List<byte[]> byImap(List<byte[]> mails) {
    Session session = Session.getInstance(new Properties());
    var refused = new ArrayList<byte[]>();
    for (byte[] mail : mails) {
      try {
        user.deliver(new MimeMessage(session, new ByteArrayInputStream(mail)));
      } catch (MessagingException | IllegalStateException itsTrouble) {
        refused.add(mail);
      }
    }
    Eventually.within(120, "the mailbox is read to its end", this::isRead);
    return refused;
  }

  private boolean isRead() throws Exception {
    var inbox = server.getManagers().getImapHostManager().getInbox(user);
    return new Books(continuo)
            .number(
                "SELECT count(*) FROM mailbox_mark WHERE uid_validity = ? AND last_uid >= ?",
                inbox.getUidValidity(),
                Arrays.stream(inbox.getMessageUids()).max().orElse(0))
        == 1;
  }

  @Override
  public void close() {
    mailbox(null);
    if (page != null) {
      page.close();
    }
    server.stop();
  }
}

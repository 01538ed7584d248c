package dev.continuo.runtime.connector.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.continuo.runtime.connector.mail.angus.MailServer;
import dev.continuo.runtime.connector.mail.angus.Mailbox;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same mail has one name, whether it is a file or comes from a real IMAP server. */
class ContentKeyTests {
  private static final String HEAD = "From: a@b.example\nSubject: x\n";
  private static GreenMail server;
  private static GreenMailUser user;

  @BeforeAll
  static void server() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    user = server.setUser("me@me.example", "me", "s3cret");
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private static final List<String> MAILS =
      List.of(
          HEAD,
          HEAD + "\n",
          HEAD + "\nbody",
          HEAD + "\nbody\n\n\n",
          HEAD + "\nbody  \n \n\t\n",
          HEAD + "\nmixed\r\nends\n\r\nhere\n",
          HEAD + "\nbare\rreturns\r",
          HEAD + "\na return\r\r\ntoo many",
          HEAD + "\nzero \0 end\0",
          HEAD + "\n.\n..\n.dots\n",
          HEAD + "\n" + "a long line ".repeat(2_000),
          HEAD + " \nbody after a line of one blank",
          HEAD + "no colon here\n\nbody",
          HEAD + "X-Return: one\rtwo: 3\n\nbody",
          HEAD + "X-Folded: a\n  b\n\tc\n \n\nbody",
          HEAD + "X-Blank : v \nX-End:  \n\nbody",
          HEAD + "X-Eight: Gr\u00fc\u00dfe\n\nGr\u00fc\u00dfe",
          HEAD + "Content-Length: 3\n\nbody is longer",
          HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n\n\n\n",
          (HEAD + "\nbody\n\n\n").replace("\n", "\r\n"),
          (HEAD + "\nbody\n\n\n").replace("\n", "\r"),
          "\r\n\n" + HEAD + "\nbody",
          " " + HEAD + "\nbody",
          "From mbox Sun Nov 22 10:12:00 2026\n" + HEAD + "\nbody");

  @Test
  void aMailHasTheSameNameAsAFileAndOutOfAMailbox() throws Exception {
    for (String mail : MAILS) {
      user.deliver(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(ISO_8859_1))));
    }
    List<byte[]> fetched = fetched();
    assertThat(fetched).hasSize(MAILS.size());
    for (int i = 0; i < fetched.size(); i++) {
      assertThat(ContentKey.of(fetched.get(i)))
          .as(new String(fetched.get(i), ISO_8859_1))
          .isEqualTo(ContentKey.of(MAILS.get(i).getBytes(ISO_8859_1)));
    }
  }

  @Test
  void whatDiffersInMoreThanLineEndsHasNamesOfItsOwn() {
    assertThat(
            Stream.of("\na b", "\nab", "\na\nb", "\na\n\nb", "\na b ", "\n a b", "\nA b")
                .map(body -> ContentKey.of((HEAD + body).getBytes(UTF_8))))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesThatWereGivenBeforeStandWhereNothingIsBareOrBlankInFront() {
    for (String mail : List.of(HEAD + "\nbody\n\n", (HEAD + "\nb\n").replace("\n", "\r\n"))) {
      byte[] raw = mail.getBytes(UTF_8);
      assertThat(ContentKey.of(raw)).isEqualTo(ContentKey.former(raw));
    }
    assertThat(ContentKey.former((HEAD + "\nbody\n").getBytes(UTF_8)))
        .isEqualTo("sha256:cb122970214a929c439d5e2d8125fa68b6a7f77c44c60c22c3a5a6fbca77d4ce");
  }

  private static List<byte[]> fetched() throws Exception {
    var account =
        new MailServer(
            "127.0.0.1", server.getImap().getPort(), "me", "s3cret", MailServer.Protection.NONE);
    var mails = new ArrayList<byte[]>();
    try (Mailbox box = Mailbox.open(account, "INBOX")) {
      for (Mailbox.Entry entry : box.after(0)) {
        mails.add(box.raw(entry.uid()).orElseThrow());
      }
    }
    return mails;
  }
}

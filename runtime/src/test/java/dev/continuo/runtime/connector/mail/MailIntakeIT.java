package dev.continuo.runtime.connector.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.continuo.runtime.connector.ConnectorDatabase;
import dev.continuo.runtime.document.DocumentTooLarge;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.SendResult.Confirmed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("apart")
class MailIntakeIT {
  private static ConnectorDatabase database;

  @TempDir Path data;
  private MailHouse house;

  @BeforeAll
  static void database() {
    database = ConnectorDatabase.fresh();
  }

  @BeforeEach
  void house() {
    house = new MailHouse(database, data);
  }

  @Test
  void aNewMailStartsARunOnce() {
    String id = freshId();
    byte[] raw = mail(id, "");
    MailReceipt first = house.intake.receive(raw, MailOrigin.api("laptop"));
    assertThat(first)
        .isInstanceOfSatisfying(
            MailReceipt.Started.class,
            started -> {
              assertThat(started.triggerKey()).isEqualTo("mail:" + id);
              assertThat(house.documents.read(started.documentId())).isEqualTo(raw);
            });
    assertThat(house.starts.started).hasSize(1);
    assertThat(house.starts.started.get("mail:" + id).flowId()).isEqualTo("lead-intake");
    assertThat(content(id))
        .containsEntry("messageId", id)
        .containsEntry("threadKey", id)
        .containsEntry("fromAddress", "hanna@fjord.example")
        .containsEntry("subject", "A new website");
    MailReceipt again = house.intake.receive(raw, MailOrigin.folder("again.eml"));
    assertThat(again).isEqualTo(new MailReceipt.Known("mail:" + id, 4711L));
    assertThat(house.starts.started).hasSize(1);
  }

  @Test
  void theSameMailAtOnceFromAllSidesStartsOneRun() throws Exception {
    String id = freshId();
    List<Future<MailReceipt>> receipts = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
      for (int i = 0; i < 12; i++) {
        receipts.add(pool.submit(() -> house.intake.receive(mail(id, ""), MailOrigin.api("x"))));
      }
    }
    int started = 0;
    for (Future<MailReceipt> receipt : receipts) {
      started += receipt.get() instanceof MailReceipt.Started ? 1 : 0;
    }
    assertThat(started).isEqualTo(1);
    assertThat(house.starts.started).hasSize(1);
  }

  @Test
  void manyMailsAndRepliesNeedOneConnectionOnly() {
    MailHouse narrow = new MailHouse(database.overOneConnection(), data);
    String root = freshId();
    narrow.intake.receive(mail(root, ""), MailOrigin.api("x"));
    for (int i = 0; i < 60; i++) {
      MailReceipt receipt =
          switch (i % 3) {
            case 0 -> narrow.intake.receive(mail(freshId(), ""), MailOrigin.api("x"));
            case 1 ->
                narrow.intake.receive(
                    mail(freshId(), "In-Reply-To: " + root + "\nReferences: <x@y.example>\n"),
                    MailOrigin.api("x"));
            default -> narrow.intake.receive(mail(root, ""), MailOrigin.api("x"));
          };
      assertThat(receipt)
          .isInstanceOf(
              List.of(
                      MailReceipt.Started.class,
                      MailReceipt.Correlated.class,
                      MailReceipt.Known.class)
                  .get(i % 3));
    }
  }

  @Test
  void withoutAMessageIdTheContentIsTheKey() {
    byte[] raw = ("From: a@b.example\n\n" + UUID.randomUUID()).getBytes(UTF_8);
    assertThat(house.intake.receive(raw, MailOrigin.upload("x.eml")))
        .isInstanceOf(MailReceipt.Started.class);
    assertThat(house.intake.receive(raw, MailOrigin.upload("y.eml")))
        .isInstanceOf(MailReceipt.Known.class);
    byte[] overTheNet = (new String(raw, UTF_8).replace("\n", "\r\n") + "\r\n").getBytes(UTF_8);
    assertThat(house.intake.receive(overTheNet, MailOrigin.imap("me@mail.example/INBOX")))
        .as("line ends do not make another mail")
        .isInstanceOf(MailReceipt.Known.class);
    assertThat(house.starts.started).hasSize(1);
    assertThat(house.starts.started.keySet()).allMatch(key -> key.startsWith("mail:sha256:"));
  }

  @Test
  void whatCameInUnderAFormerNameOfItsContentIsKnownByIt() {
    byte[] raw =
        ("From: a@b.example\nX-Odd: one\rX-More: 1\n\n" + UUID.randomUUID()).getBytes(UTF_8);
    assertThat(house.intake.receive(raw, MailOrigin.upload("x.eml")))
        .isInstanceOf(MailReceipt.Started.class);
    String former = ContentKey.former(raw);
    house
        .jdbc
        .sql("update mail_message set message_id = ?, thread_key = ? where message_id = ?")
        .params(former, former, ContentKey.of(raw))
        .update();
    assertThat(house.intake.receive(raw, MailOrigin.folder("x.eml")))
        .isEqualTo(new MailReceipt.Known("mail:" + former, null));
  }

  @Test
  void aStartThatFailsLeavesNothingBehindAndTheMailCanComeAgain() {
    String id = freshId();
    house.starts.failing = true;
    assertThatThrownBy(() -> house.intake.receive(mail(id, ""), MailOrigin.api("x")))
        .isInstanceOf(IllegalStateException.class);
    house.starts.failing = false;
    assertThat(house.intake.receive(mail(id, ""), MailOrigin.api("x")))
        .isInstanceOf(MailReceipt.Started.class);
  }

  @Test
  void aReplyToAKnownMailIsCorrelatedAlsoOverOurOwnAnswerAndAlongTheThread() {
    String root = freshId();
    house.intake.receive(mail(root, ""), MailOrigin.api("x"));
    var sent =
        (Confirmed)
            house.sender.send(
                new Intent(
                    "mail",
                    "answer",
                    Map.of(
                        "to",
                        List.of("hanna@fjord.example"),
                        "subject",
                        "Re: A new website",
                        "text",
                        "Gladly.",
                        "inReplyTo",
                        root,
                        "references",
                        List.of(root))),
                "key-" + UUID.randomUUID());
    String ours = (String) sent.details().get("messageId");
    String reply = freshId();
    assertThat(
            house.intake.receive(mail(reply, "In-Reply-To: " + ours + "\n"), MailOrigin.api("x")))
        .isInstanceOfSatisfying(
            MailReceipt.Correlated.class, c -> assertThat(c.threadKey()).isEqualTo(root));
    String second = freshId();
    assertThat(
            house.intake.receive(
                mail(second, "References: <gone@x.example> " + reply + "\n"), MailOrigin.api("x")))
        .isInstanceOf(MailReceipt.Correlated.class);
    assertThat(house.starts.started).hasSize(1);
    assertThat(house.starts.correlated)
        .extracting(RecordedStarts.Correlation::message, RecordedStarts.Correlation::key)
        .containsOnly(tuple("mail-reply", root));
    assertThat(
            house.intake.receive(mail(reply, "In-Reply-To: " + ours + "\n"), MailOrigin.api("x")))
        .as("the same reply twice")
        .isInstanceOf(MailReceipt.Known.class);
    assertThat(house.starts.correlated).hasSize(2);
    assertThat(house.intake.receive(mail(ours, ""), MailOrigin.imap("me")))
        .as("a copy of our own mail")
        .isInstanceOf(MailReceipt.Known.class);
  }

  @Test
  void aReplyToAMailWithoutMessageIdFindsItsThreadByTheThreadKey() {
    byte[] raw = ("From: a@b.example\n\n" + UUID.randomUUID()).getBytes(UTF_8);
    house.intake.receive(raw, MailOrigin.api("x"));
    String threadKey = house.starts.started.keySet().iterator().next().substring("mail:".length());
    var sent =
        (Confirmed)
            house.sender.send(
                new Intent(
                    "mail",
                    "answer",
                    Map.of("to", "a@b.example", "text", "Hi", "threadKey", threadKey)),
                "key-" + UUID.randomUUID());
    String header = "In-Reply-To: " + sent.details().get("messageId") + "\n";
    assertThat(house.intake.receive(mail(freshId(), header), MailOrigin.api("x")))
        .isInstanceOfSatisfying(
            MailReceipt.Correlated.class, c -> assertThat(c.threadKey()).isEqualTo(threadKey));
  }

  @Test
  void aReplyAfterTheRunHasEndedIsShownToTheOwner() {
    String root = freshId();
    house.intake.receive(mail(root, ""), MailOrigin.api("x"));
    house.ended.put(root, 99L);
    String reply = freshId();
    byte[] raw = mail(reply, "In-Reply-To: " + root + "\n");
    assertThat(house.intake.receive(raw, MailOrigin.api("x")))
        .isInstanceOf(MailReceipt.Correlated.class);
    house.intake.receive(raw, MailOrigin.api("x"));
    assertThat(house.lateReplies)
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.runKey()).isEqualTo(99L);
              assertThat(late.fromAddress()).isEqualTo("hanna@fjord.example");
            });
    assertThat(house.starts.correlated).isEmpty();
  }

  @Test
  void anUnreadableMessageBecomesOneVisibleItemWithItsRawBytes() {
    byte[] noise = ("no header " + UUID.randomUUID()).getBytes(UTF_8);
    MailReceipt receipt = house.intake.receive(noise, MailOrigin.folder("noise.eml"));
    house.intake.receive(noise, MailOrigin.folder("noise.eml"));
    assertThat(house.unreadable).hasSize(1);
    UnreadableMail item = house.unreadable.getFirst();
    assertThat(receipt).isEqualTo(new MailReceipt.Unreadable(item.itemId(), item.why()));
    assertThat(house.documents.read(item.documentId())).isEqualTo(noise);
    assertThat(house.unreadableMails.find(item.itemId())).isPresent();
    assertThat(house.starts.started).isEmpty();
  }

  @Test
  void aMessageAboveTheLimitIsRefusedWithASentence() {
    assertThatThrownBy(() -> house.intake.receive(new byte[(50 << 20) + 1], MailOrigin.api("x")))
        .isInstanceOf(DocumentTooLarge.class)
        .hasMessageContaining("50 MB");
  }

  @Test
  void documentsAreKeptOnceReadableByTheOwnerOnly() throws IOException {
    var one = house.documents.store("same words".getBytes(UTF_8), "text/plain", "../../a.txt");
    var two = house.documents.store("same words".getBytes(UTF_8), "text/html", "b.txt");
    assertThat(two).isEqualTo(one);
    assertThat(one.name()).isEqualTo("a.txt");
    Path file = data.resolve("documents").resolve(one.id().substring(0, 2)).resolve(one.id());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.writeString(file, "other words");
    assertThatThrownBy(() -> house.documents.read(one.id())).hasMessageContaining("damaged");
    assertThatThrownBy(() -> house.documents.read("../../etc/passwd"))
        .hasMessageContaining("no document");
  }

  @Test
  void theInboxFolderTakesWholeFilesInAndMovesThem() throws IOException {
    Path inbox = Files.createDirectories(data.resolve("inbox"));
    InboxFolder folder = new InboxFolder(inbox, house.intake);
    String id = freshId();
    byte[] raw = mail(id, "");
    Files.write(inbox.resolve("offer.eml"), Arrays.copyOf(raw, 40));
    Files.writeString(inbox.resolve("half.eml.part"), "x");
    folder.look();
    Files.write(inbox.resolve("offer.eml"), raw); // still being written at the first look
    folder.look();
    assertThat(house.starts.started).isEmpty();
    folder.look();
    assertThat(house.starts.started).containsOnlyKeys("mail:" + id);
    assertThat(inbox.resolve("offer.eml")).doesNotExist();
    assertThat(inbox.resolve("done/offer.eml")).hasBinaryContent(raw);
    assertThat(inbox.resolve("half.eml.part")).exists();

    Files.write(inbox.resolve("offer.eml"), raw); // a crash before the move looks like this
    Files.createFile(inbox.resolve("empty.eml"));
    folder.look();
    folder.look();
    assertThat(house.starts.started).hasSize(1);
    assertThat(inbox.resolve("done/2-offer.eml")).hasBinaryContent(raw);
    assertThat(house.unreadable).extracting(UnreadableMail::why).contains("The message is empty.");
  }

  @Test
  void aFileThatCannotBeTakenInStaysAndIsTakenInLater() throws IOException {
    Path inbox = Files.createDirectories(data.resolve("inbox"));
    InboxFolder folder = new InboxFolder(inbox, house.intake);
    String id = freshId();
    Files.write(inbox.resolve("offer.eml"), mail(id, ""));
    house.starts.failing = true;
    folder.look();
    folder.look();
    assertThat(inbox.resolve("offer.eml")).exists();
    house.starts.failing = false;
    folder.look();
    folder.look();
    assertThat(house.starts.started).containsOnlyKeys("mail:" + id);
  }

  @Test
  void aHugeFileIsShownAndKept() throws IOException {
    Path inbox = Files.createDirectories(data.resolve("inbox"));
    InboxFolder folder = new InboxFolder(inbox, house.intake);
    try (RandomAccessFile huge = new RandomAccessFile(inbox.resolve("huge.eml").toFile(), "rw")) {
      huge.setLength((50L << 20) + 1);
    }
    folder.look();
    folder.look();
    assertThat(inbox.resolve("done/huge.eml")).exists();
    assertThat(house.unreadable)
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.keptAt()).isEqualTo("inbox/done/huge.eml");
              assertThat(item.why()).contains("50 MB");
            });
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> content(String id) {
    return (Map<String, Object>) house.starts.started.get("mail:" + id).variables().get("mail");
  }

  static String freshId() {
    return "<" + UUID.randomUUID() + "@fjord.example>";
  }

  static byte[] mail(String id, String moreHeaders) {
    return """
    Message-ID: %s
    %sFrom: Hanna Berg <hanna@fjord.example>
    To: me@me.example
    Subject: A new website
    Date: Thu, 14 May 2026 10:15:00 +0200

    Could you make us a website by June?
    """
        .formatted(id, moreHeaders)
        .getBytes(UTF_8);
  }
}

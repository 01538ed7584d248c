package dev.continuo.designer.spine;

import static dev.continuo.designer.spine.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Books;
import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mails that are too large, too deep or out to do harm: read as far as possible, or shown. */
class BadMailIT {
  private static final String WISH =
      "Hello, we are looking for someone to redesign our website and logo before 18 December. Our"
          + " budget is around EUR 8,000. Could you take on this project? Best regards, Sam Reed";
  private static final int MB = 1 << 20;

  private static RunningContinuo continuo;
  private static Books books;
  private static Map<String, byte[]> nasty;

  @BeforeAll
  static void start() {
    continuo = Spine.continuo();
    books = new Books(continuo);
    nasty = NastyMails.all();
  }

  @Test
  void aMailOfThirtyMegabytesIsReadAndItsFileKeptByReference() throws IOException {
    var mail = aMail(continuo, WISH);
    byte[] raw = withAttachment(mail, 22 * MB);
    assertThat(raw.length).isGreaterThan(30 * MB - MB);
    var run = post(raw);
    run.isWaitingAt("send-answer");
    assertThat(run.card("EFFECT").path("title").asString()).contains("Hanna Berg");
    assertThat(kept(raw.length)).as("the raw message is kept whole").isPositive();
    assertThat(kept(22 * MB)).as("its file is kept by reference").isPositive();
    assertThat(run.detail().path("variables").toString().length()).isLessThan(64_000);
  }

  @Test
  void aMailAboveFiftyMegabytesIsRefusedInWordsAndNothingIsLost() throws IOException {
    byte[] huge = new byte[60 * MB];
    Arrays.fill(huge, (byte) 'x');
    var answer = continuo.post("/api/v1/mail", "message/rfc822", huge);
    assertThat(answer.code()).isEqualTo(413);
    assertThat(answer.body().path("detail").asString()).contains("50 MB");
    assertThat(answer.body().path("code").asString()).isEqualTo("document-too-large");

    Path file = Files.createDirectories(continuo.data().resolve("inbox")).resolve("huge.eml");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(51L * MB);
    }
    Eventually.within(
        60,
        "an item for the large file",
        () -> continuo.get("/api/v1/inbox").body().toString().contains("inbox/done/huge.eml"));
    assertThat(Files.size(continuo.data().resolve("inbox/done/huge.eml"))).isEqualTo(51L * MB);
  }

  @Test
  void bombsAndDepthDoNotTakeTheMemoryAndOtherMailsGoOn() {
    long before = residentMiB();
    var posts = new ArrayList<CompletableFuture<Integer>>();
    for (byte[] mail : nasty.values()) {
      posts.add(
          CompletableFuture.supplyAsync(
              () -> continuo.post("/api/v1/mail", "message/rfc822", mail).code()));
    }
    var other = aMail(continuo, WISH).arrives();
    other.isWaitingAt("send-answer");
    assertThat(posts).allSatisfy(post -> assertThat(post.join()).isIn(200, 202));
    assertThat(
            run("300-nested-multiparts")
                .isWaitingAt("send-answer")
                .card("EFFECT")
                .at("/why/notes")
                .toString())
        .contains("nested more than 20 levels");
    assertThat(notes("a-zip-that-unpacks-to-64-mb")).doesNotContain("zeros");
    assertThat(books.number("SELECT count(*) FROM document WHERE size >= ?", 60L * MB))
        .as("nothing was unpacked")
        .isZero();
    assertThat(notes("2-000-parts")).contains("more than 500 parts");
    assertThat(notes("10-000-recipients")).contains("10,001 recipients");
    long after = residentMiB();
    System.out.printf(
        "resident memory: %d MiB before the bad mails, %d MiB after%n", before, after);
    assertThat(after).isLessThan(1_400);
    assertThat(other.answer("EFFECT", "APPROVED").code()).isEqualTo(200);
    other.isWaitingAt("wait-for-reply");
  }

  @Test
  void aMailWithoutASenderIsTakenInAndItsCardSaysSo() {
    continuo.post("/api/v1/mail", "message/rfc822", nasty.get("no sender"));
    String id =
        new String(nasty.get("no sender"), StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElseThrow()
            .substring(12);
    var run = new TestedRun(continuo, "mail:" + id);
    JsonNode card = run.card("STUCK");
    assertThat(card.toString()).contains("nobody to answer");
    assertThat(run.story()).contains("reads the mail");
  }

  @Test
  void hiddenHeaderLinesDoNotReachTheAnswer() {
    for (String name :
        new String[] {
          "a-subject-with-hidden-header-lines",
          "an-encoded-sender-with-header-lines",
          "a-bare-return-in-the-subject"
        }) {
      nasty.forEach(
          (what, mail) -> {
            if (slug(what).equals(name)) {
              continuo.post("/api/v1/mail", "message/rfc822", mail);
            }
          });
      var run = run(name).isWaitingAt("send-answer");
      assertThat(run.card("EFFECT").path("title").asString().lines()).hasSize(1);
      assertThat(run.answer("EFFECT", "APPROVED").code()).isEqualTo(200);
      run.isWaitingAt("wait-for-reply");
      String head = run.sent().getFirst().split("\r?\n\r?\n", 2)[0];
      assertThat(head.lines().map(line -> line.replaceFirst(":.*", "").toLowerCase()))
          .as(name)
          .doesNotContain("bcc", "x-evil", "cc");
      assertThat(head.lines().filter(line -> line.startsWith("To:"))).hasSize(1);
    }
  }

  private static TestedRun post(byte[] raw) {
    var receipt = continuo.post("/api/v1/mail", "message/rfc822", raw);
    assertThat(receipt.code()).isEqualTo(202);
    return new TestedRun(continuo, receipt.body().path("triggerKey").asString());
  }

  private static TestedRun run(String slug) {
    return new TestedRun(continuo, "mail:" + idOf(slug));
  }

  private static String idOf(String slug) {
    String mail =
        nasty.entrySet().stream()
            .filter(entry -> slug(entry.getKey()).equals(slug))
            .map(entry -> new String(entry.getValue(), StandardCharsets.UTF_8))
            .findFirst()
            .orElseThrow();
    int at = mail.indexOf("<" + slug);
    return mail.substring(at, mail.indexOf('>', at) + 1);
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String notes(String slug) {
    return run(slug).isWaitingAt("send-answer").card("EFFECT").at("/why/notes").toString();
  }

  private static long kept(long size) {
    return books.number("SELECT count(*) FROM document WHERE size = ?", size);
  }

  private static byte[] withAttachment(Mails mail, int size) {
    String head = new String(mail.raw(), StandardCharsets.UTF_8);
    int end = head.indexOf("\r\n\r\n");
    String content =
        Base64.getMimeEncoder().encodeToString(new byte[size]); // 4/3 of it and line ends
    return (head.substring(0, end)
                .replace(
                    "Content-Type: text/plain; charset=utf-8",
                    "Content-Type: multipart/mixed; boundary=b")
            + "\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
            + head.substring(end + 4)
            + "\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment;"
            + " filename=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + content
            + "\r\n--b--\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long residentMiB() {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(continuo.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0L);
    } catch (IOException noSuchSystem) {
      return 0;
    }
  }
}

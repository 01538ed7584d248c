package dev.continuo.designer.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.continuo.designer.testing.Books;
import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Many mails through all four ways: none vanishes, and whatever way a mail comes and however often,
 * it is one run or one item.
 */
@Isolated
class CorpusIT {
  private static RunningContinuo continuo;
  private static FourWays ways;
  private static Books books;

  @BeforeAll
  static void start() {
    continuo = Spine.continuo();
    ways = new FourWays(continuo);
    books = new Books(continuo);
  }

  @AfterAll
  static void stop() {
    ways.close();
  }

  @Test
  void nastyMailsComeInByAllFourWaysAndAreOneRunOrOneItemEach() {
    var mails = NastyMails.all();
    List<byte[]> raw = List.copyOf(mails.values());

    ways.asFiles(raw);
    Count first = count(raw);
    long starts = books.number(STARTS);
    ways.byUpload(raw);
    ways.byApi(raw);
    ways.byImap(raw);
    Count after = count(raw);

    first.print("nasty mails as files, then by upload, API and IMAP");
    assertThat(after).isEqualTo(first);
    assertThat(books.number(STARTS)).as("no other way started anything").isEqualTo(starts);
    assertThat(first.items())
        .isEqualTo(mails.keySet().stream().filter(NastyMails::isUnreadable).count());
    assertThat(first.all()).isEqualTo(mails.size());
    assertThat(first.correlated()).isZero();
  }

  @Test
  void twentyFilesDroppedAtOnceAreAllTakenInAndTheListIsClearedForTheNext() {
    for (int turn = 1; turn <= 2; turn++) {
      var mails = Stream.generate(() -> Mails.aMail(continuo, Mails.WISH)).limit(20).toList();
      ways.byUpload(mails.stream().map(Mails::raw).toList());
      var keys = mails.stream().map(mail -> "mail:" + mail.messageId).toList();
      assertThat(books.number(UPLOADED, keys)).as("turn " + turn).isEqualTo(20);
      Eventually.within(120, "each runs", () -> settled(keys) == 20);
    }
  }

  @Test
  void thePublicCollectionComesInAndNothingVanishes() throws IOException {
    String folder = System.getProperty("continuo.bench.data", System.getenv("CONTINUO_BENCH_DATA"));
    assumeTrue(
        folder != null && Files.isDirectory(Path.of(folder, "mail-mime4j")),
        "skipped: CONTINUO_BENCH_DATA names no folder with mail-mime4j");
    List<byte[]> raw = mails(Path.of(folder, "mail-mime4j"));

    ways.asFiles(every(4, 0, raw));
    ways.byUpload(every(4, 1, raw));
    ways.byApi(every(4, 2, raw));
    List<byte[]> refused = ways.byImap(every(4, 3, raw));
    System.out.printf("%d mails are too broken for the test's own mail server%n", refused.size());
    ways.byApi(refused);
    Count first = count(raw);
    first.print("the public collection, a quarter by each way");
    long starts = books.number(STARTS);
    List<byte[]> sample = every(5, 0, raw);
    ways.asFiles(sample);
    ways.byUpload(sample);
    ways.byImap(sample);
    assertThat(count(raw)).isEqualTo(first);
    assertThat(books.number(STARTS)).as("a second way starts nothing").isEqualTo(starts);
    assertThat(first.all()).isEqualTo(raw.size());
    assertThat(first.runs()).isGreaterThanOrEqualTo(raw.size() * 8 / 10);
  }

  /**
   * What became of mails.
   *
   * @param duplicates those that are another one's very copy
   */
  private record Count(
      int runs, int correlated, int duplicates, int items, long cards, long putAside) {
    int all() {
      return runs + correlated + duplicates + items;
    }

    void print(String what) {
      System.out.printf(
          "%s: %d in = %d runs (%d with a card, %d put aside) + %d correlated + %d duplicates + %d"
              + " items%n",
          what, all(), runs, cards, putAside, correlated, duplicates, items);
    }
  }

  /** Asks for each whether it is known, and waits until each run has a card or is over. */
  private static Count count(List<byte[]> mails) {
    Set<String> triggers = new HashSet<>();
    Set<String> items = new HashSet<>();
    int duplicates = 0;
    for (byte[] mail : mails) {
      var receipt = continuo.post("/api/v1/mail", "message/rfc822", mail).body();
      boolean isNew =
          switch (receipt.path("outcome").asString()) {
            case "known" -> triggers.add(receipt.path("triggerKey").asString());
            case "unreadable" -> items.add(receipt.path("documentId").asString());
            default -> throw new AssertionError("A mail had vanished before: " + receipt);
          };
      duplicates += isNew ? 0 : 1;
    }
    List<String> keys = List.copyOf(triggers);
    List<String> started =
        books.texts("SELECT trigger_key FROM start_trigger WHERE trigger_key = ANY (?)", keys);
    assertThat(books.texts(IN_SIGHT, List.copyOf(items)))
        .as("each unreadable mail has a card and its raw message")
        .hasSize(items.size());
    Eventually.within(
        240, "every run has a card or is over", () -> settled(started) == started.size());
    assertThat(books.number("SELECT count(*) FROM run WHERE start_key = ANY (?)", started))
        .as("one run each")
        .isEqualTo(started.size());
    return new Count(
        started.size(),
        keys.size() - started.size(),
        duplicates,
        items.size(),
        books.number(CARDS, started),
        books.number(OVER, started));
  }

  private static final String UPLOADED =
      "SELECT count(*) FROM start_trigger WHERE trigger_key = ANY (?) AND origin LIKE 'uploaded mail (mail-%'";
  private static final String STARTS = "SELECT count(*) FROM start_trigger";
  private static final String IN_SIGHT =
      """
      SELECT item_id FROM unreadable_mail u JOIN document d ON d.id = u.document_id
      WHERE item_id = ANY (?)
        AND EXISTS (SELECT 1 FROM card WHERE card_key = 'unreadable-mail-' || u.item_id)
      """;
  private static final String CARDS =
      """
      SELECT count(*) FROM run r WHERE start_key = ANY (?)
        AND EXISTS (SELECT 1 FROM card c WHERE c.run_key = r.run_key)
      """;
  private static final String OVER =
      "SELECT count(*) FROM run WHERE start_key = ANY (?) AND state = 'COMPLETED'";

  private static long settled(List<String> keys) {
    return books.number(CARDS, keys) + books.number(OVER, keys);
  }

  private static List<byte[]> every(int nth, int from, List<byte[]> mails) {
    var some = new ArrayList<byte[]>();
    for (int i = from; i < mails.size(); i += nth) {
      some.add(mails.get(i));
    }
    return some;
  }

  private static List<byte[]> mails(Path folder) throws IOException {
    var mails = new ArrayList<byte[]>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".msg")).sorted().toList()) {
        mails.add(Files.readAllBytes(file));
      }
    }
    return mails;
  }
}

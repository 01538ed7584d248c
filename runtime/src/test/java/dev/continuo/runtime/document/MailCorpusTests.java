package dev.continuo.runtime.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.continuo.runtime.document.MailReading.ReadMail;
import dev.continuo.runtime.document.MailReading.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads every raw mail of a public collection, where one is given: {@code CONTINUO_BENCH_DATA} (or
 * {@code -Dcontinuo.bench.data}) names the folder that holds {@code mail-mime4j}.
 */
class MailCorpusTests {
  private final MailReader reader = MailReader.keepingNothing();

  @Test
  void readsEveryMailOfTheCollectionOrSaysWhyNot() throws IOException {
    String folder = System.getProperty("continuo.bench.data", System.getenv("CONTINUO_BENCH_DATA"));
    assumeTrue(
        folder != null && Files.isDirectory(Path.of(folder, "mail-mime4j")),
        "skipped: CONTINUO_BENCH_DATA names no folder with mail-mime4j");
    List<Path> mails = mails(Path.of(folder, "mail-mime4j"));
    Map<String, Integer> notes = new TreeMap<>();
    int read = 0;
    int withText = 0;
    for (Path file : mails) {
      switch (reader.read(Files.readAllBytes(file))) {
        case ReadMail mail -> {
          read++;
          withText += mail.text().isBlank() && mail.quoted().isBlank() ? 0 : 1;
          mail.notes().forEach(n -> notes.merge(n.code(), 1, Integer::sum));
        }
        case Unreadable unreadable ->
            System.out.printf("unreadable: %s (%s)%n", file.getFileName(), unreadable.why());
      }
    }
    System.out.printf(
        "mail collection: %d read (%d with text), %d unreadable; notes %s%n",
        read, withText, mails.size() - read, notes);
    assertThat(read).isGreaterThanOrEqualTo(mails.size() * 9 / 10);
  }

  private static List<Path> mails(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".msg")).sorted().collect(Collectors.toList());
    }
  }
}

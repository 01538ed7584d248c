package dev.continuo.runtime.document;

import static dev.continuo.runtime.document.DocumentText.State.BROKEN;
import static dev.continuo.runtime.document.DocumentText.State.CUT;
import static dev.continuo.runtime.document.DocumentText.State.EMPTY;
import static dev.continuo.runtime.document.DocumentText.State.LOCKED;
import static dev.continuo.runtime.document.DocumentText.State.READ;
import static dev.continuo.runtime.document.DocumentText.State.REFUSED;
import static dev.continuo.runtime.document.DocumentText.State.STOPPED;
import static dev.continuo.runtime.document.DocumentText.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.runtime.document.tika.Bounds;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Documents are read by the real program, a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class TextReaderIT {
  private static final String SENTENCE = "The fee is 4,800 euros a month.";

  private Path folder;
  private TextReader reader;

  @BeforeAll
  void open(@TempDir Path temporary) {
    folder = temporary;
    reader = new TextReader(Bounds.usual(), folder.resolve("scratch"));
  }

  @AfterAll
  void close() {
    reader.close();
  }

  @Test
  void readsTheUsualKinds() throws IOException {
    assertThat(read(MadeDocuments.pdf(SENTENCE, "Notice: 3 months."), "a.pdf"))
        .satisfies(text -> isRead(text, "application/pdf"))
        .satisfies(text -> assertThat(text.text()).contains("Notice: 3 months."));
    isRead(
        read(MadeDocuments.docx(SENTENCE), "a.docx"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    isRead(
        read(MadeDocuments.xlsx(SENTENCE), "a.xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    isRead(read(MadeDocuments.odt(SENTENCE), "a.odt"), "application/vnd.oasis.opendocument.text");
    isRead(read(bytes("{\\rtf1\\ansi " + SENTENCE + "\\par}"), "a.rtf"), "application/rtf");
    isRead(
        read(bytes("<!doctype html><html><body><p>" + SENTENCE + "</p></body></html>"), "a.html"),
        "text/html");
    isRead(read(bytes(SENTENCE), "a.txt"), "text/plain");
    isRead(read(bytes("<?xml version='1.0'?><a>" + SENTENCE + "</a>"), "a.xml"), "application/xml");
  }

  @Test
  void theContentDecidesAndNotTheName() throws IOException {
    isRead(read(MadeDocuments.pdf(SENTENCE), "holiday.jpg"), "application/pdf");
  }

  @Test
  void aLockedDocumentIsNamedSo() throws Exception {
    assertThat(read(MadeDocuments.locked(MadeDocuments.docx(SENTENCE)), "a.docx").state())
        .isEqualTo(LOCKED);
  }

  @Test
  void whatIsBrokenEmptyOrOfAnotherKindIsNamedSo() throws IOException {
    byte[] half = MadeDocuments.xlsx(SENTENCE);
    assertThat(read(Arrays.copyOf(half, half.length / 2), "a.xlsx").state()).isIn(BROKEN, UNKNOWN);
    assertThat(read(bytes("%PDF-1.7\nnothing of the kind"), "a.pdf").state()).isEqualTo(BROKEN);
    assertThat(read(new byte[0], "a.pdf").state()).isEqualTo(EMPTY);
    assertThat(read(MadeDocuments.pdf(), "scan.pdf").state()).isEqualTo(EMPTY);
    assertThat(read(bytes("\u0089PNG\r\n\u001a\n and more"), "a.png").state()).isEqualTo(UNKNOWN);
  }

  @Test
  void archivesAreNotOpenedHoweverDeepTheyNest() throws IOException {
    assertThat(read(MadeDocuments.nest(40), "nest.zip").state()).isEqualTo(UNKNOWN);
  }

  @Test
  void aBombDoesNotGoOff() throws IOException {
    byte[] bomb = MadeDocuments.bomb(700);
    assertThat(bomb.length).isLessThan(2 << 20);
    DocumentText text = read(bomb, "offer.docx");
    assertThat(text.state()).isIn(REFUSED, STOPPED);
    assertThat(text.text()).isEmpty();
    isRead(read(bytes(SENTENCE), "after.txt"), "text/plain");
  }

  @Test
  void aDocumentTypeIsRefusedAndNothingIsResolved() throws IOException {
    Path secret = MadeDocuments.file(folder, bytes("the combination is 4711"));
    String type = "<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
    DocumentText plain = read(bytes("<?xml version='1.0'?>" + type + "<a>&e;</a>"), "a.xml");
    assertThat(plain.state()).isEqualTo(REFUSED);
    DocumentText word =
        read(MadeDocuments.word("<?xml version='1.0'?>" + type + "<w>&e;</w>"), "a.docx");
    assertThat(word.state()).isIn(REFUSED, BROKEN, EMPTY);
    assertThat(plain + " " + word).doesNotContain("4711");
    String laughs =
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>";
    assertThat(read(bytes(laughs), "a.xml").state()).isEqualTo(REFUSED);
  }

  @Test
  void ofAHundredMegabytesTheBeginningIsRead() throws IOException {
    Path huge = folder.resolve("huge.txt");
    byte[] lines = (SENTENCE + "\n").repeat(32_768).getBytes(StandardCharsets.UTF_8);
    try (var out = Files.newOutputStream(huge)) {
      for (long size = 0; size < 100 << 20; size += lines.length) {
        out.write(lines);
      }
    }
    DocumentText text = reader.read(huge, "huge.txt");
    assertThat(text.state()).isEqualTo(CUT);
    assertThat(text.text()).startsWith(SENTENCE).hasSizeLessThanOrEqualTo(400_000);
    Path zeros = folder.resolve("zeros.pdf");
    try (var out = new RandomAccessFile(zeros.toFile(), "rw")) {
      out.setLength(100L << 20);
    }
    assertThat(reader.read(zeros, "zeros.pdf").text()).isEmpty();
  }

  @Test
  void whatNeverEndsIsStoppedAndTheNextOneIsRead() throws IOException {
    var little =
        new Bounds(
            Duration.ofMillis(600),
            Duration.ofMinutes(2),
            256,
            64,
            400_000_000,
            Duration.ofMinutes(2));
    try (var strict = new TextReader(little, folder.resolve("strict"))) {
      isRead(strict.read(MadeDocuments.file(folder, bytes(SENTENCE)), "a.txt"), "text/plain");
      long before = strict.pid();
      Path endless =
          MadeDocuments.file(folder, bytes("<table>" + "<tr><td>a<td><b>".repeat(3_000_000)));
      DocumentText text = strict.read(endless, "a.html");
      assertThat(text.state()).isEqualTo(STOPPED);
      assertThat(text.why()).contains("longer than");
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .until(() -> ProcessHandle.of(before).isEmpty());
      isRead(strict.read(MadeDocuments.file(folder, bytes(SENTENCE)), "a.txt"), "text/plain");
      assertThat(strict.pid()).isNotEqualTo(before);
    }
  }

  @Test
  void whatNeedsTooMuchMemoryEndsTheProgramAlone() throws IOException {
    var small =
        new Bounds(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            64,
            64,
            40_000_000,
            Duration.ofMinutes(2));
    try (var tight = new TextReader(small, folder.resolve("tight"))) {
      Path large = MadeDocuments.file(folder, bytes(SENTENCE.repeat(1_200_000)));
      assertThat(tight.read(large, "a.txt").state()).isEqualTo(STOPPED);
      isRead(tight.read(MadeDocuments.file(folder, bytes(SENTENCE)), "a.txt"), "text/plain");
    }
  }

  @Test
  void aProgramThatIsKilledIsReplaced() throws IOException {
    read(bytes(SENTENCE), "a.txt");
    ProcessHandle program = ProcessHandle.of(reader.pid()).orElseThrow();
    program.destroyForcibly();
    program.onExit().join();
    isRead(read(bytes(SENTENCE), "a.txt"), "text/plain");
  }

  @Test
  void closingEndsAProgramInTheMiddleOfADocument() throws IOException {
    var slow = new TextReader(Bounds.usual(), folder.resolve("slow"));
    slow.read(MadeDocuments.file(folder, bytes(SENTENCE)), "a.txt");
    long pid = slow.pid();
    Path large =
        MadeDocuments.file(folder, bytes("<table>" + "<tr><td>a<td><b>".repeat(3_000_000)));
    var enough = worked(pid).plusMillis(300);
    var reading = CompletableFuture.supplyAsync(() -> slow.read(large, "a.html"));
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .until(() -> worked(pid), work -> work.compareTo(enough) > 0);
    slow.close();
    assertThatThrownBy(reading::join).hasCauseInstanceOf(ReadingUnavailable.class);
    Awaitility.await().dontCatchUncaughtExceptions().until(() -> ProcessHandle.of(pid).isEmpty());
  }

  private static Duration worked(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private DocumentText read(byte[] content, String name) throws IOException {
    return reader.read(MadeDocuments.file(folder, content), name);
  }

  private static void isRead(DocumentText text, String mediaType) {
    assertThat(text.state()).as(text.toString()).isEqualTo(READ);
    assertThat(text.text()).contains(SENTENCE);
    assertThat(text.mediaType()).isEqualTo(mediaType);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

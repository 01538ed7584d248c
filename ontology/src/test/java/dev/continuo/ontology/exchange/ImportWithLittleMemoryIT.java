package dev.continuo.ontology.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.neo4j.OwnStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that does not fit is refused in words, whatever makes it large; one that just fits is read
 * to its end. Each is read by a JVM of its own with little memory, which ends when that runs out.
 */
@Tag("apart")
class ImportWithLittleMemoryIT {
  private static final String PREFIXES =
      """
      @prefix schema: <https://schema.org/> .
      @prefix ex: <https://example.org/> .
      """;

  private static MemoryAddress store;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    store = OwnStore.emptied();
  }

  @Test
  void aFileThatIsLargerThanTheLimitIsRefused() throws Exception {
    assertThat(taken("large.ttl", PREFIXES + "# and so on\n".repeat(1 << 20)))
        .startsWith("refused: ")
        .contains("large.ttl")
        .contains("larger than 8 MiB")
        .contains("Split it");
  }

  @Test
  void aSmallFileWithVeryManyStatementsIsRefused() throws Exception {
    String numbers =
        IntStream.range(0, 500_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    assertThat(taken("many.ttl", PREFIXES + "ex:a ex:b " + numbers + " ."))
        .startsWith("refused: ")
        .contains("many.ttl")
        .contains("more in it than fits")
        .contains("Split it");
  }

  @Test
  void aSmallFileWithVeryLongNamesIsRefused() throws Exception {
    String things =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "l:a" + i + " l:b l:c" + i + " .\n")
            .collect(Collectors.joining());
    assertThat(
            taken(
                "names.ttl",
                "@prefix l: <https://example.org/" + "long".repeat(25_000) + "/> .\n" + things))
        .startsWith("refused: ")
        .contains("more in it than fits");
  }

  @Test
  void theSameAsXmlIsRefused() throws Exception {
    String numbers =
        IntStream.range(0, 250_000)
            .mapToObj(i -> "<e:b>" + i + "</e:b>")
            .collect(Collectors.joining());
    assertThat(
            taken(
                "many.rdf",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='https://example.org/'>"
                    + "<rdf:Description rdf:about='https://example.org/a'>"
                    + numbers
                    + "</rdf:Description></rdf:RDF>"))
        .startsWith("refused: ")
        .contains("more in it than fits");
  }

  @Test
  void aFileThatJustFitsIsReadToItsEndAndEveryRefusalIsTold() throws Exception {
    int things = 60_000;
    String lines =
        IntStream.range(0, things)
            .mapToObj(i -> "ex:a%d ex:shoeSize \"%d\" .\n".formatted(i, i))
            .collect(Collectors.joining());
    assertThat(
            taken(
                "fits.ttl",
                PREFIXES
                    + "ex:"
                    + UUID.randomUUID()
                    + " a schema:Person ; schema:name \"Pia\" .\n"
                    + lines))
        .isEqualTo("taken: 1 accepted, " + things + " refused");
  }

  private String taken(String name, String text) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name), text);
    Path said = folder.resolve("said");
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                store.boltUri(),
                store.user(),
                store.password(),
                file.toString())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(child.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
      String words = Files.readString(said, StandardCharsets.UTF_8).strip();
      assertThat(child.exitValue()).as("memory was enough: %s", words).isZero();
      return words;
    } finally {
      child.destroyForcibly();
    }
  }

  /** Reads one file and says what became of it. */
  static final class Child {
    private Child() {}

    /** A busy machine may need longer than memory waits. */
    private static Memory opened(MemoryAddress at) {
      while (true) {
        try {
          return Memory.open(at);
        } catch (MemoryUnavailable busy) {
          LockSupport.parkNanos(100_000_000);
        }
      }
    }

    public static void main(String[] given) throws IOException {
      Path file = Path.of(given[3]);
      String name = file.getFileName().toString();
      try (var memory = opened(new MemoryAddress(given[0], given[1], given[2]));
          var in = Files.newInputStream(file)) {
        var report =
            new Exchange(memory).importRdf(in, RdfSyntax.ofName(name).orElseThrow(), name, "owner");
        System.out.printf(
            "taken: %d accepted, %d refused%n", report.accepted(), report.refused().size());
      } catch (ImportRefused refused) {
        System.out.println("refused: " + refused.getMessage());
      }
    }
  }
}

package dev.continuo.runtime.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines that show what each kind of request looks like: the shipped ones and the operator's own
 * file {@code examples.md} in the data folder, which adds to them.
 *
 * <p>The form is a heading {@code ## kind} and one line {@code - text} per example; everything else
 * is for the reader. Safe for use by many threads.
 */
public final class RequestExamples {

  /** One line that shows a kind. */
  public record Example(RequestKind kind, String text) {}

  private static final String SHIPPED = "/continuo/agent/examples.md";

  private final Path ownFile;
  private final List<Example> shipped;

  /**
   * @param dataFolder where the operator's own file lies, or will lie
   */
  public RequestExamples(Path dataFolder) {
    this.ownFile = dataFolder.resolve("examples.md");
    this.shipped = parse(shippedText());
  }

  /** All examples, shipped ones first. A file that cannot be read adds none. */
  public List<Example> all() {
    List<Example> all = new ArrayList<>(shipped);
    all.addAll(parse(ownText()));
    return List.copyOf(all);
  }

  /** The operator's own file as it is, or an empty text. */
  public String ownText() {
    try {
      return Files.exists(ownFile) ? Files.readString(ownFile) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + ownFile + " could not be read", e);
    }
  }

  /**
   * Replaces the operator's own file.
   *
   * @throws ExamplesRefused when a heading is no known kind or a line stands outside a heading;
   *     nothing is written then
   */
  public void saveOwn(String text) {
    List<String> findings = findings(text);
    if (!findings.isEmpty()) {
      throw new ExamplesRefused(findings);
    }
    try {
      Path draft = ownFile.resolveSibling("examples.md.new");
      Files.writeString(draft, text);
      Files.move(
          draft, ownFile, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + ownFile + " could not be written", e);
    }
  }

  private static List<String> findings(String text) {
    List<String> findings = new ArrayList<>();
    Optional<RequestKind> kind = Optional.empty();
    for (String line : text.lines().toList()) {
      if (line.startsWith("## ")) {
        kind = RequestKind.find(line.substring(3).strip());
        if (kind.isEmpty()) {
          findings.add("'" + line.substring(3).strip() + "' is no kind of request");
        }
      } else if (line.startsWith("- ") && kind.isEmpty()) {
        findings.add("'" + line + "' stands under no kind of request");
      }
    }
    return findings;
  }

  private static List<Example> parse(String text) {
    List<Example> examples = new ArrayList<>();
    Optional<RequestKind> kind = Optional.empty();
    for (String line : text.lines().toList()) {
      if (line.startsWith("## ")) {
        kind = RequestKind.find(line.substring(3).strip());
      } else if (line.startsWith("- ")) {
        kind.ifPresent(k -> examples.add(new Example(k, line.substring(2).strip())));
      }
    }
    return List.copyOf(examples);
  }

  private static String shippedText() {
    try (InputStream file = RequestExamples.class.getResourceAsStream(SHIPPED)) {
      if (file == null) {
        throw new IOException(SHIPPED + " is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The shipped examples could not be read", e);
    }
  }
}

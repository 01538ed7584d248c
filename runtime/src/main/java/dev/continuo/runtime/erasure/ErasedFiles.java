package dev.continuo.runtime.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the data folder holds of a client: stored documents, mails in and out and calendar files go;
 * in the day's logs the words are blackened byte by byte, because their length is recorded.
 */
final class ErasedFiles {
  private static final long LARGEST = 64L << 20;

  private final Path data;

  ErasedFiles(Path data) {
    this.data = data;
  }

  /** How many files went or were blackened. */
  int erase(Collection<String> documentIds, Collection<String> needles) {
    int files = 0;
    for (var id : documentIds) {
      if (id.matches("[0-9a-f]{64}")) {
        files += delete(data.resolve("documents").resolve(id.substring(0, 2)).resolve(id)) ? 1 : 0;
      }
    }
    for (var folder : List.of("inbox", "outbox", "calendar")) {
      for (var file : files(data.resolve(folder))) {
        files += holds(file, needles) && delete(file) ? 1 : 0;
      }
    }
    for (var file : files(data.resolve("log"))) {
      files += blacken(file, needles) ? 1 : 0;
    }
    return files;
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, Collection<String> needles) {
    var text = read(file).toLowerCase(Locale.ROOT);
    return needles.stream()
        .anyMatch(needle -> text.contains(bytes(needle.toLowerCase(Locale.ROOT))));
  }

  private static boolean blacken(Path file, Collection<String> needles) {
    var text = new StringBuilder(read(file));
    boolean changed = false;
    for (var needle : needles) {
      var word = bytes(needle);
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
        text.replace(at, at + word.length(), "#".repeat(word.length()));
        changed = true;
      }
    }
    if (changed) {
      write(file, text.toString());
    }
    return changed;
  }

  /** One character a byte, so that places and lengths stay. */
  private static String read(Path file) {
    try {
      return Files.size(file) > LARGEST
          ? ""
          : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

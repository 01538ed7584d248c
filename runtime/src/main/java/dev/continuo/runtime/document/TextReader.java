package dev.continuo.runtime.document;

import dev.continuo.runtime.document.tika.Answer;
import dev.continuo.runtime.document.tika.Bounds;
import dev.continuo.runtime.document.tika.Stopped;
import dev.continuo.runtime.document.tika.TikaProgram;
import dev.continuo.runtime.engine.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads files with one program at a time. It starts with the first file, is kept while there is
 * work, and after trouble the next file gets a new one.
 */
final class TextReader implements AutoCloseable {
  private final Bounds bounds;
  private final Path scratch;
  private volatile @Nullable TikaProgram program;
  private volatile boolean closed;

  TextReader(Bounds bounds, Path scratch) {
    this.bounds = bounds;
    this.scratch = scratch;
  }

  /**
   * What came of reading; one file after the other.
   *
   * @throws ReadingUnavailable when there is no program to read with
   */
  synchronized DocumentText read(Path file, String name) {
    try {
      Answer answer = running().ask(file, name);
      return DocumentText.of(answer.kind(), answer.mediaType(), answer.text(), answer.why());
    } catch (Stopped stopped) {
      rest();
      if (closed) {
        throw new ReadingUnavailable("The application is ending.");
      }
      return DocumentText.stopped(stopped.why());
    }
  }

  private TikaProgram running() {
    TikaProgram before = program;
    if (before != null && before.alive()) {
      return before;
    }
    JavaProgram found =
        JavaProgram.find("tika")
            .orElseThrow(
                () -> new ReadingUnavailable("The program that reads them was not built."));
    try {
      TikaProgram started = TikaProgram.start(found, bounds, scratch);
      program = started;
      if (closed) {
        started.close();
      }
      return started;
    } catch (IOException | Stopped e) {
      throw new ReadingUnavailable("The program that reads them does not start: " + e.getMessage());
    }
  }

  /** Ends the program until there is work again. */
  synchronized void rest() {
    TikaProgram running = program;
    program = null;
    if (running != null) {
      running.close();
    }
  }

  /** Process id of the program, for tests; 0 when none runs. */
  synchronized long pid() {
    TikaProgram running = program;
    return running != null && running.alive() ? running.pid() : 0;
  }

  /** Also ends a program that is in the middle of a document. */
  @Override
  public void close() {
    closed = true;
    TikaProgram running = program;
    if (running != null) {
      running.close();
    }
  }
}

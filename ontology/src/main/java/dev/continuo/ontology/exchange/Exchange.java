package dev.continuo.ontology.exchange;

import dev.continuo.ontology.exchange.jena.RdfExport;
import dev.continuo.ontology.exchange.jena.RdfImport;
import dev.continuo.ontology.memory.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Carries memory out of the house and back in. What goes out as RDF comes back in with its whole
 * history, after the same checks that every write passes; RDF of others becomes proposals, each
 * with its own line as evidence. Safe for many threads.
 */
public final class Exchange {
  /** A file is read as a whole, and as statements it takes many times its size in memory. */
  private static final long LARGEST =
      Math.min(512L << 20, Math.max(8L << 20, Runtime.getRuntime().maxMemory() / 16));

  private final Memory memory;

  public Exchange(Memory memory) {
    this.memory = memory;
  }

  /** Writes everything; the stream stays open. */
  public void export(Format format, OutputStream out) {
    try {
      switch (format) {
        case JSON_LINES -> memory.archive().read(new JsonLines(out));
        case CSV -> {
          var rows = new CsvRows(out);
          memory.archive().read(rows);
          rows.flush();
        }
        case TRIG, TURTLE, NQUADS -> RdfExport.write(memory, format, out);
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes RDF in.
   *
   * @param name of the file; with its content it is the key of the import, so that the same file
   *     does nothing twice
   * @throws ImportRefused when the file cannot be read as a whole
   */
  public ImportReport importRdf(InputStream in, RdfSyntax syntax, String name, String who) {
    try {
      var bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, LARGEST + 1));
      if (bytes.length > LARGEST) {
        throw new ImportRefused(
            name,
            "it is larger than %d MiB, the most that fits into memory here."
                .formatted(LARGEST >> 20),
            "Split it.");
      }
      return new RdfImport(memory, name, who).take(bytes, syntax);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

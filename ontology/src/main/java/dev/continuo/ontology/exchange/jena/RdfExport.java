package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.Format;
import dev.continuo.ontology.memory.Memory;
import java.io.OutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;

/** Writes memory as RDF, one statement after the other. */
public final class RdfExport {
  private RdfExport() {}

  public static void write(Memory memory, Format format, OutputStream out) {
    var syntax =
        switch (format) {
          case TRIG -> RDFFormat.TRIG_BLOCKS;
          case TURTLE -> RDFFormat.TURTLE_BLOCKS;
          case NQUADS -> RDFFormat.NQUADS_UTF8;
          case JSON_LINES, CSV -> throw new IllegalArgumentException(format + " is not RDF.");
        };
    var writer = StreamRDFWriter.getWriterStream(out, syntax);
    var vocabulary = memory.vocabularies().current();
    writer.start();
    if (format != Format.NQUADS) {
      Terms.prefixes(vocabulary).forEach(writer::prefix);
    }
    memory.archive().read(new RdfArchive(writer, vocabulary, format != Format.TURTLE));
    writer.finish();
  }
}

package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.ImportRefused;
import dev.continuo.ontology.exchange.ImportReport;
import dev.continuo.ontology.exchange.ImportReport.Refusal;
import dev.continuo.ontology.exchange.RdfSyntax;
import dev.continuo.ontology.memory.Memory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** Takes a file of RDF in: what memory wrote itself goes back, the rest is proposed. */
public final class RdfImport {
  private static final Pattern XML_ENCODING =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

  private final Memory memory;
  private final String name;
  private final String who;

  public RdfImport(Memory memory, String name, String who) {
    this.memory = memory;
    this.name = name;
    this.who = who;
  }

  /**
   * @throws ImportRefused when the file cannot be read as a whole
   */
  public ImportReport take(byte[] bytes, RdfSyntax syntax) {
    if (syntax == RdfSyntax.RDF_XML) {
      requirePlainXml(bytes);
    }
    var graph = parse(bytes, syntax);
    var refused = new ArrayList<Refusal>();
    var archived = new ArchivedGraph(graph);
    var restored = memory.archive().restore(archived.content());
    archived.unreadable().forEach((what, why) -> refused.add(new Refusal(what, why)));
    restored.refused().forEach((what, why) -> refused.add(new Refusal(what, why)));
    var proposed =
        new PlainStatements(memory, graph, archived).propose(Digest.of(bytes), name, who);
    refused.addAll(proposed.refused());
    return new ImportReport(
        name,
        restored.written(),
        proposed.accepted(),
        restored.present() + proposed.known(),
        proposed.review(),
        refused);
  }

  /** Entities can make a small file endless, and a document type can fetch one. */
  private void requirePlainXml(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        throw new ImportRefused(name, "it is XML that is not in UTF-8.", "Save it as UTF-8.");
      }
    }
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var encoding = XML_ENCODING.matcher(text.substring(0, Math.min(text.length(), 1_000)));
    if (encoding.find()
        && !encoding.group(1).toLowerCase(Locale.ROOT).matches("utf-8|us-ascii|iso-8859-1")) {
      throw new ImportRefused(name, "it is XML that is not in UTF-8.", "Save it as UTF-8.");
    }
    var upper = text.toUpperCase(Locale.ROOT);
    if (upper.contains("<!DOCTYPE") || upper.contains("<!ENTITY")) {
      throw new ImportRefused(
          name,
          "it declares a document type or entities, which is refused.",
          "Save it as Turtle, or take the declaration out.");
    }
  }

  private Graph parse(byte[] bytes, RdfSyntax syntax) {
    var graph = GraphFactory.createDefaultGraph();
    try {
      RDFParser.source(new ByteArrayInputStream(bytes))
          .forceLang(lang(syntax))
          .base("urn:continuo:import:")
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(new BoundedGraph(graph, name));
      return graph;
    } catch (RiotException e) {
      if (e.getCause() instanceof ImportRefused tooMuch) {
        throw tooMuch;
      }
      throw new ImportRefused(
          name, "it is not " + syntax + ": " + e.getMessage() + ".", "Correct it.");
    }
  }

  private static Lang lang(RdfSyntax syntax) {
    return switch (syntax) {
      case TRIG -> Lang.TRIG;
      case TURTLE -> Lang.TURTLE;
      case NQUADS -> Lang.NQUADS;
      case NTRIPLES -> Lang.NTRIPLES;
      case RDF_XML -> Lang.RDFXML;
    };
  }
}

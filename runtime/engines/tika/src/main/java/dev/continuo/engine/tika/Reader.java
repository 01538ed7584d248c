package dev.continuo.engine.tika;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.parser.xml.DcXMLParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads the kinds of documents that people send each other; everything else is named, not tried.
 */
final class Reader {
  private static final List<String> HOSTILE =
      List.of("zip bomb", "doctype", "entity", "entities", "jaxp0", "dtd");

  private final AutoDetectParser parser =
      new AutoDetectParser(
          TikaConfig.getDefaultConfig().getDetector(),
          new PDFParser(),
          new OOXMLParser(),
          new OfficeParser(),
          new OpenDocumentParser(),
          new RTFParser(),
          new JSoupParser(),
          new DcXMLParser(),
          new TXTParser());

  Outcome read(Path file, String name, int most) {
    var about = new Metadata();
    about.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    var text = new WriteOutContentHandler(most);
    try (var content = TikaInputStream.get(file)) {
      parser.parse(content, new BodyContentHandler(text), about, context());
      return known(about)
          ? Outcome.text(type(about), text.toString(), false)
          : Outcome.not("unknown", type(about), "");
    } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError e) {
      return WriteLimitReachedException.isWriteLimitReached(e)
          ? Outcome.text(type(about), text.toString(), true)
          : trouble(e, type(about));
    }
  }

  private ParseContext context() {
    var pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setExtractInlineImages(false);
    pdf.setMaxMainMemoryBytes(64L << 20);
    var context = new ParseContext();
    context.set(PDFParserConfig.class, pdf);
    context.set(Parser.class, parser);
    context.set(EmbeddedDocumentExtractor.class, new Enclosed(context));
    return context;
  }

  /** What no parser is there for is given to one that reads nothing. */
  private boolean known(Metadata about) {
    return parser.getSupportedTypes(new ParseContext()).stream().anyMatch(type(about)::equals)
        || !List.of(about.getValues(TikaCoreProperties.TIKA_PARSED_BY))
            .contains("org.apache.tika.parser.EmptyParser");
  }

  private static String type(Metadata about) {
    var type = MediaType.parse(about.get(Metadata.CONTENT_TYPE));
    return type == null ? "" : type.getBaseType().toString();
  }

  private static Outcome trouble(Throwable e, String type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      var words = String.valueOf(cause.getMessage());
      if (cause instanceof EncryptedDocumentException) {
        return Outcome.not("locked", type, "");
      }
      if (cause instanceof ZeroByteFileException) {
        return Outcome.not("empty", type, "");
      }
      if (cause instanceof UnsupportedFormatException) {
        return Outcome.not("unknown", type, words);
      }
      if (cause instanceof StackOverflowError) {
        return Outcome.not("refused", type, "It nests too deeply.");
      }
      var lower = words.toLowerCase(java.util.Locale.ROOT);
      if (HOSTILE.stream().anyMatch(lower::contains)) {
        return Outcome.not("refused", type, words);
      }
    }
    return Outcome.not("broken", type, ""); // a parser's own words help nobody
  }
}

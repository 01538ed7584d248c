package dev.continuo.engine.tika;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Documents inside a document: a few are read too, so that a nest of them does not go on for ever.
 */
final class Enclosed extends ParsingEmbeddedDocumentExtractor {
  private static final int MOST = 50;
  private static final int DEEPEST = 3;

  private int count;
  private int depth;

  Enclosed(ParseContext context) {
    super(context);
  }

  @Override
  public boolean shouldParseEmbedded(Metadata about) {
    return depth < DEEPEST && count < MOST && super.shouldParseEmbedded(about);
  }

  @Override
  public void parseEmbedded(
      InputStream content, ContentHandler text, Metadata about, boolean heading)
      throws SAXException, IOException {
    count++;
    depth++;
    try {
      super.parseEmbedded(content, text, about, heading);
    } finally {
      depth--;
    }
  }
}

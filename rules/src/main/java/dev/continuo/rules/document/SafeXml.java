package dev.continuo.rules.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The module's one way from text to XML and back. Refuses a document type declaration before the
 * parser starts, and bounds size and depth. Uses the JDK's own parser whatever is on the class
 * path.
 */
public final class SafeXml {
  /** Characters; a table of 10,000 rows has about seven million. */
  public static final int LARGEST = 16_000_000;

  private static final int DEEPEST = 100;
  private static final DocumentBuilderFactory DOCUMENTS = documents();

  private SafeXml() {}

  /**
   * Reads text as XML with namespaces.
   *
   * @throws UnreadableModel when it is too long, declares a document type or is not well-formed
   */
  public static Document parse(String xml) {
    if (xml.length() > LARGEST) {
      throw new UnreadableModel(
          "model-too-large",
          "The model has %,d characters.".formatted(xml.length()),
          "More than %,d cannot be edited or run with care.".formatted(LARGEST),
          "Split the table into several decisions.");
    }
    if (xml.toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
      throw new UnreadableModel(
          "doctype-refused",
          "The model contains a document type declaration (DOCTYPE).",
          "It can make a reader fetch files or grow without end, and DMN never needs one.",
          "Remove the <!DOCTYPE …> line and save again.");
    }
    try {
      var builder = DOCUMENTS.newDocumentBuilder();
      builder.setErrorHandler(new Throwing());
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (SAXParseException e) {
      throw notXml(
          "At line %d, position %d: %s"
              .formatted(e.getLineNumber(), e.getColumnNumber(), e.getMessage()));
    } catch (SAXException | IOException e) {
      throw notXml(String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's XML parser is not available.", e);
    }
  }

  /** The document as text, with an XML declaration. */
  public static String write(Document document) {
    try {
      var transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      var text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("A model that was read could not be written.", e);
    }
  }

  private static UnreadableModel notXml(String why) {
    return new UnreadableModel(
        "xml-malformed",
        "The model is not well-formed XML.",
        why,
        "Take the last version that opened, or export the table again.");
  }

  private static DocumentBuilderFactory documents() {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's XML parser cannot be made safe.", e);
    }
    factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }

  private static final class Throwing implements ErrorHandler {
    @Override
    public void warning(@Nullable SAXParseException e) {
      // A warning does not change what was read.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}

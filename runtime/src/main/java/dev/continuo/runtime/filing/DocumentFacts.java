package dev.continuo.runtime.filing;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.runtime.document.DocumentText;
import java.util.ArrayList;
import java.util.List;

/**
 * What memory is told of a document: a source with its text, and whose it is, what it came with and
 * whether it could be read. Lines in front of the text carry what the facts quote.
 */
final class DocumentFacts {
  private static final double SAID = 1.0;

  private final Filing filing;
  private final DocumentText text;
  private final EntityRef document;
  private final String file;
  private final String from;
  private final String reading;

  DocumentFacts(Filing filing, DocumentText text) {
    this.filing = filing;
    this.text = text;
    this.document = new EntityRef("schema:DigitalDocument", filing.key(), filing.name());
    this.file = "File: " + filing.name();
    this.from = "From: " + filing.from();
    this.reading =
        ("Text: " + text.state().words() + ". " + Filings.note(text.state(), text.why())).strip();
  }

  Episode episode() {
    return new Episode(
        filing.key(),
        "document",
        filing.at(),
        filing.documentId(),
        filing.name(),
        String.join("\n", file, from, reading, "", text.text()).strip());
  }

  List<FactProposal> facts() {
    var facts = new ArrayList<FactProposal>();
    facts.add(said("schema:name", new FactValue.Text(filing.name()), file));
    facts.add(said("continuo:documentOf", new FactValue.Ref(filing.owner()), from));
    var carrier = filing.carrier();
    if (carrier != null) {
      facts.add(said("schema:isPartOf", new FactValue.Ref(carrier), from));
    }
    if (!text.mediaType().isEmpty()) {
      facts.add(read("schema:encodingFormat", new FactValue.Text(text.mediaType())));
    }
    facts.add(read("continuo:state", new FactValue.Text(text.state().words())));
    return List.copyOf(facts);
  }

  private FactProposal said(String predicate, FactValue value, String quote) {
    return fact(predicate, value, quote, SourceRank.MAIL);
  }

  private FactProposal read(String predicate, FactValue value) {
    return fact(predicate, value, reading, SourceRank.EXTRACTED);
  }

  private FactProposal fact(String predicate, FactValue value, String quote, SourceRank rank) {
    return new FactProposal(document, predicate, value, null, SAID, Evidence.of(quote), rank);
  }
}

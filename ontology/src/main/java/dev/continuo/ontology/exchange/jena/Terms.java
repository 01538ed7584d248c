package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.vocabulary.ValueType;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The names that memory has in RDF. */
final class Terms {
  static final String NS = "https://continuo.dev/ns#";
  static final String PROV = "http://www.w3.org/ns/prov#";
  static final String TIME = "http://www.w3.org/2006/time#";
  static final String DCTERMS = "http://purl.org/dc/terms/";
  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String OWL = "http://www.w3.org/2002/07/owl#";
  static final String SCHEMA = "https://schema.org/";

  static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  static final Node ASSERTION = own("Assertion");
  static final Node EPISODE = own("Episode");
  static final Node CONFIRMATION = own("Confirmation");
  static final Node ACTIVITY = iri(PROV + "Activity");
  static final Node LABEL = iri(RDFS + "label");
  static final Node ALIAS = iri(SKOS + "altLabel");
  static final Node SAME_AS = iri(OWL + "sameAs");
  static final Node SENTENCE = iri(RDFS + "comment");
  static final Node TEXT = iri(SCHEMA + "text");
  static final Node TITLE = iri(DCTERMS + "title");
  static final Node DOCUMENT = iri(DCTERMS + "source");
  static final Node FROM = iri(TIME + "hasBeginning");
  static final Node TO = iri(TIME + "hasEnd");
  static final Node SOURCE = iri(PROV + "hadPrimarySource");
  static final Node GENERATED_BY = iri(PROV + "wasGeneratedBy");
  static final Node DERIVED_FROM = iri(PROV + "wasDerivedFrom");
  static final Node USED = iri(PROV + "used");
  static final Node ENDED_AT = iri(PROV + "endedAtTime");

  private static final String ENTITY_NS = "urn:continuo:entity:";
  private static final String EPISODE_NS = "urn:continuo:episode:";
  private static final String ACTIVITY_NS = "urn:continuo:activity:";
  private static final String FACT_NS = "urn:continuo:fact:";

  private Terms() {}

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  static Node own(String name) {
    return iri(NS + name);
  }

  static Node entity(String id) {
    return iri(ENTITY_NS + encoded(id));
  }

  static Node episode(String key) {
    return iri(EPISODE_NS + encoded(key));
  }

  static Node activity(String key) {
    return iri(ACTIVITY_NS + encoded(key));
  }

  static Node fact(String id) {
    return iri(FACT_NS + encoded(id));
  }

  static Node confirmation(String place) {
    return iri("urn:continuo:confirmation:" + encoded(place));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What an id was before it became an IRI. */
  static String name(Node node) {
    var iri = node.getURI();
    for (var ns : new String[] {ENTITY_NS, EPISODE_NS, ACTIVITY_NS, FACT_NS}) {
      if (iri.startsWith(ns)) {
        return URLDecoder.decode(
            iri.substring(ns.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException(iri + " is no name of memory.");
  }

  static Node text(String text) {
    return NodeFactory.createLiteralString(whole(text));
  }

  /** Half a surrogate pair cannot be written in any encoding. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static Node moment(Instant instant) {
    return NodeFactory.createLiteralDT(instant.toString(), XSDDatatype.XSDdateTime);
  }

  static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  static Node decimal(double number) {
    return NodeFactory.createLiteralDT(Double.toString(number), XSDDatatype.XSDdouble);
  }

  static Node literal(FactValue value) {
    var lexical =
        value instanceof FactValue.Flag(boolean holds)
            ? Boolean.toString(holds)
            : whole(value.words());
    return NodeFactory.createLiteralDT(
        lexical, TypeMapper.getInstance().getSafeTypeByName(value.type().datatype()));
  }

  /**
   * @throws IllegalArgumentException when the literal is no value of that type
   */
  static FactValue value(Node literal, ValueType type) {
    var lexical = literal.getLiteralLexicalForm();
    return type == ValueType.FLAG
        ? new FactValue.Flag("true".equals(lexical) || "1".equals(lexical))
        : FactValue.literal(type, lexical);
  }

  /** Those of the vocabulary, and the one that only the projection uses. */
  static Map<String, String> prefixes(Vocabulary vocabulary) {
    var all = new TreeMap<>(vocabulary.prefixes());
    all.putIfAbsent("dcterms", DCTERMS);
    return all;
  }
}

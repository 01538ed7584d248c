package dev.continuo.ontology.vocabulary.jena;

import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Extension;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.Vocabulary;
import dev.continuo.ontology.vocabulary.VocabularyRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** Reads the operator's own terms; all that is wrong with them is said at once. */
public final class TurtleExtension {
  private static final String NAME = "extension";
  private static final int LARGEST = 512 * 1024;

  private final Set<String> findings = new TreeSet<>();
  private final Model shipped = TurtleVocabulary.shippedTerms();
  private final Model own;
  private final String namespace;

  private TurtleExtension(Model own) {
    this.own = own;
    this.namespace = namespace();
  }

  /**
   * Reads one file.
   *
   * @throws VocabularyRefused with all findings
   */
  public static Extension read(String turtle) {
    if (turtle.length() > LARGEST) {
      throw refused("it is longer than 512 KiB");
    }
    var head = turtle.stripLeading().toLowerCase(Locale.ROOT);
    if (head.startsWith("<?xml") || head.contains("<!doctype") || head.contains("<!entity")) {
      throw refused("it is XML or declares a document type; write Turtle");
    }
    try {
      var model =
          RDFParser.fromString(turtle, Lang.TURTLE).base("urn:continuo:extension:").toModel();
      return new TurtleExtension(model).extension(turtle);
    } catch (RiotException e) {
      throw refused("it is not Turtle: " + e.getMessage());
    }
  }

  private static VocabularyRefused refused(String finding) {
    return new VocabularyRefused(NAME, List.of(finding));
  }

  private Extension extension(String turtle) {
    refuseImports();
    refusePrefixesThatMeanSomethingElse();
    var terms = ownTerms();
    findings.addAll(new ExtensionShapes(shipped, own).findings());
    var vocabulary = vocabulary();
    if (vocabulary == null || !findings.isEmpty()) {
      throw new VocabularyRefused(NAME, List.copyOf(findings));
    }
    return new Extension(turtle, vocabulary, named(vocabulary, terms));
  }

  private static List<String> named(Vocabulary vocabulary, Set<Resource> terms) {
    var iris = terms.stream().map(Resource::getURI).toList();
    return Stream.concat(
            vocabulary.kinds().stream().filter(k -> iris.contains(k.iri())).map(EntityKind::curie),
            vocabulary.predicates().stream()
                .filter(p -> iris.contains(p.iri()))
                .map(Predicate::curie))
        .toList();
  }

  private String namespace() {
    var ontologies = own.listSubjectsWithProperty(RDF.type, OWL.Ontology).toList();
    if (ontologies.size() != 1
        || !ontologies.getFirst().isURIResource()
        || !ontologies.getFirst().hasProperty(OWL.versionInfo)) {
      findings.add("it must declare one owl:Ontology with an IRI and owl:versionInfo");
      return "";
    }
    var iri = ontologies.getFirst().getURI();
    if (shipped.getNsPrefixMap().values().stream().anyMatch(ns -> ns.startsWith(iri))) {
      findings.add(iri + " is a namespace of the product; take one of your own");
    }
    return iri;
  }

  private void refuseImports() {
    if (own.contains(null, OWL2.imports)) {
      findings.add("it imports another file, which is never fetched; copy the terms into it");
    }
  }

  private void refusePrefixesThatMeanSomethingElse() {
    own.getNsPrefixMap()
        .forEach(
            (prefix, iri) -> {
              var ours = shipped.getNsPrefixURI(prefix);
              if (ours != null && !ours.equals(iri)) {
                findings.add("the prefix " + prefix + ": must mean " + ours);
              }
            });
  }

  /** Terms that the file declares, each in its own namespace and complete. */
  private Set<Resource> ownTerms() {
    var terms = new java.util.LinkedHashSet<Resource>();
    own.listSubjectsWithProperty(TurtleVocabulary.SLOT).forEachRemaining(terms::add);
    own.listSubjectsWithProperty(TurtleVocabulary.NODE_LABEL).forEachRemaining(terms::add);
    for (var type : List.of(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)) {
      own.listSubjectsWithProperty(RDF.type, type)
          .forEachRemaining(
              term -> {
                terms.add(term);
                requireComplete(term, type);
              });
    }
    terms.stream()
        .filter(term -> !term.isURIResource() || !isOwn(term.getURI()))
        .forEach(term -> findings.add(term + " is not in the namespace " + namespace));
    own.listSubjects()
        .filterKeep(Resource::isURIResource)
        .filterKeep(subject -> shipped.containsResource(subject) && !isOwn(subject.getURI()))
        .forEachRemaining(
            subject -> findings.add("it says something about " + subject + ", which is not yours"));
    return terms;
  }

  private void requireComplete(Resource term, Resource type) {
    if (type.equals(OWL.Class) && !term.hasProperty(TurtleVocabulary.NODE_LABEL)) {
      findings.add(term + " needs a continuo:nodeLabel");
    }
    if (!type.equals(OWL.Class) && !term.hasProperty(TurtleVocabulary.SLOT)) {
      findings.add(
          term + " must say continuo:slot continuo:Functional, continuo:Set or continuo:Event");
    }
  }

  private boolean isOwn(String iri) {
    return !namespace.isEmpty()
        && iri.startsWith(namespace)
        && iri.length() > namespace.length()
        && (namespace.endsWith("#")
            || namespace.endsWith("/")
            || iri.charAt(namespace.length()) == '#'
            || iri.charAt(namespace.length()) == '/');
  }

  private @Nullable Vocabulary vocabulary() {
    var all = ModelFactory.createDefaultModel().add(shipped).add(own);
    all.setNsPrefixes(own);
    all.setNsPrefixes(shipped);
    try {
      return TurtleVocabulary.of(NAME, all, version());
    } catch (VocabularyRefused refused) {
      findings.addAll(refused.findings());
      return null;
    }
  }

  private String version() {
    var versions = new ArrayList<String>();
    own.listObjectsOfProperty(OWL.versionInfo)
        .forEachRemaining(
            v -> versions.add(v.isLiteral() ? v.asLiteral().getLexicalForm() : "none"));
    return TurtleVocabulary.shipped().version() + "+" + String.join(".", versions);
  }
}

package dev.continuo.ontology.vocabulary.jena;

import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.SlotKind;
import dev.continuo.ontology.vocabulary.ValueType;
import dev.continuo.ontology.vocabulary.Vocabulary;
import dev.continuo.ontology.vocabulary.VocabularyChange;
import dev.continuo.ontology.vocabulary.VocabularyRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/** Reads a vocabulary from Turtle, collects everything that is wrong and refuses it at once. */
public final class TurtleVocabulary {

  static final String NS = "https://continuo.dev/ns#";
  static final Property SLOT = property(NS + "slot");
  static final Property NODE_LABEL = property(NS + "nodeLabel");
  private static final String FOLDER = "/dev/continuo/ontology/vocabulary/";
  private static final List<String> FILES = List.of("continuo.ttl", "work.ttl");
  private static final Property NAMES_SUBJECT = property(NS + "namesSubject");
  private static final Property DOMAIN = property("https://schema.org/domainIncludes");
  private static final Property RANGE = property("https://schema.org/rangeIncludes");
  private static final Pattern NODE_LABEL_FORM = Pattern.compile("[A-Z][A-Za-z]{1,40}");
  private static final Pattern EDGE_FORM = Pattern.compile("[A-Z][A-Z_]{1,40}");

  /** Labels and relationship types that the store uses for itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "Entity",
          "Key",
          "Fact",
          "Slot",
          "Episode",
          "Activity",
          "Withheld",
          "Schema",
          "Merge",
          "Erasure",
          "Erased",
          "Extension",
          "Rollup",
          "Passage",
          "Unread",
          "Vector",
          "STALE",
          "CLOSED",
          "SAME_AS",
          "BETWEEN",
          "OF",
          "IN",
          "SUBJECT",
          "OBJECT",
          "EVIDENCE",
          "GENERATED_BY",
          "SUPERSEDES",
          "CONTINUES",
          "DERIVED_FROM",
          "CONFIRMED_BY",
          "MAYBE_SAME",
          "FROM",
          "ABOUT",
          "CONFLICTS_WITH");

  private static final Map<String, ValueType> DATATYPES =
      java.util.Arrays.stream(ValueType.values())
          .filter(type -> type != ValueType.REF)
          .collect(Collectors.toMap(ValueType::datatype, Function.identity()));

  private final Model model;
  private final List<String> findings = new ArrayList<>();

  private TurtleVocabulary(Model model) {
    this.model = model;
  }

  /** The vocabulary inside this module. */
  public static Vocabulary shipped() {
    return of("of the product", shippedTerms());
  }

  /** The changelog inside this module, oldest first. */
  public static List<VocabularyChange> changes() {
    return TurtleChanges.read(file("changes.ttl"));
  }

  static Model shippedTerms() {
    var all = ModelFactory.createDefaultModel();
    for (var name : FILES) {
      var one = file(name);
      all.add(one);
      all.setNsPrefixes(one);
    }
    return all;
  }

  private static Model file(String name) {
    try (var turtle = TurtleVocabulary.class.getResourceAsStream(FOLDER + name)) {
      if (turtle == null) {
        throw new VocabularyRefused(name, List.of("it is not on the class path"));
      }
      return RDFParser.source(turtle).lang(Lang.TURTLE).base(NS).toModel();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads one file.
   *
   * @param source its name, for messages
   * @throws VocabularyRefused with all findings
   */
  public static Vocabulary read(String source, InputStream turtle) {
    try {
      return of(source, RDFParser.source(turtle).lang(Lang.TURTLE).base(NS).toModel());
    } catch (RiotException e) {
      throw new VocabularyRefused(source, List.of("it is not Turtle: " + e.getMessage()));
    }
  }

  static Vocabulary of(String source, Model terms) {
    var reader = new TurtleVocabulary(terms);
    var version = reader.version();
    return reader.vocabulary(source, version);
  }

  /** Reads terms whose version the caller knows. */
  static Vocabulary of(String source, Model terms, String version) {
    return new TurtleVocabulary(terms).vocabulary(source, version);
  }

  private Vocabulary vocabulary(String source, String version) {
    var kinds = model.listSubjectsWithProperty(NODE_LABEL).mapWith(this::kind).toList();
    var predicates = model.listSubjectsWithProperty(SLOT).mapWith(this::predicate).toList();
    refuseTwins("node label", kinds.stream().map(EntityKind::nodeLabel).toList());
    refuseTwins("edge type", predicates.stream().map(Predicate::edgeType).toList());
    refuseUnknownKinds(kinds, predicates);
    if (!findings.isEmpty()) {
      throw new VocabularyRefused(source, findings.stream().sorted().toList());
    }
    return new Vocabulary(version, model.getNsPrefixMap(), kinds, predicates);
  }

  private String version() {
    var ontologies = model.listSubjectsWithProperty(RDF.type, OWL.Ontology).toList();
    if (ontologies.size() != 1 || !ontologies.getFirst().hasProperty(OWL.versionInfo)) {
      findings.add("it must declare one owl:Ontology with owl:versionInfo");
      return "";
    }
    return ontologies.getFirst().getProperty(OWL.versionInfo).getString();
  }

  private EntityKind kind(Resource resource) {
    var nodeLabel = resource.getProperty(NODE_LABEL).getString();
    if (!NODE_LABEL_FORM.matcher(nodeLabel).matches() || RESERVED.contains(nodeLabel)) {
      findings.add(
          curie(resource) + " has the node label '" + nodeLabel + "', which is not usable");
    }
    return new EntityKind(curie(resource), resource.getURI(), label(resource), nodeLabel);
  }

  private Predicate predicate(Resource resource) {
    var edgeType = edgeType(resource.getLocalName());
    if (!EDGE_FORM.matcher(edgeType).matches() || RESERVED.contains(edgeType)) {
      findings.add(
          curie(resource) + " gives the edge type '" + edgeType + "', which is not usable");
    }
    var type = type(resource);
    return new Predicate(
        curie(resource),
        resource.getURI(),
        label(resource),
        slots(resource),
        type,
        curies(resource, DOMAIN),
        type == ValueType.REF ? curies(resource, RANGE) : Set.of(),
        edgeType,
        resource.hasLiteral(NAMES_SUBJECT, true));
  }

  private SlotKind slots(Resource resource) {
    var name = resource.getPropertyResourceValue(SLOT);
    try {
      return SlotKind.valueOf(name == null ? "none" : name.getLocalName().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      findings.add(
          curie(resource) + " must say continuo:Functional, continuo:Set or continuo:Event");
      return SlotKind.SET;
    }
  }

  private ValueType type(Resource resource) {
    if (resource.hasProperty(RDF.type, OWL.ObjectProperty)) {
      return ValueType.REF;
    }
    var ranges = model.listObjectsOfProperty(resource, RANGE).toList();
    var type = ranges.size() == 1 ? DATATYPES.get(ranges.getFirst().toString()) : null;
    if (type == null) {
      findings.add(curie(resource) + " needs exactly one known datatype as schema:rangeIncludes");
      return ValueType.TEXT;
    }
    return type;
  }

  private String label(Resource resource) {
    var label = resource.getProperty(RDFS.label);
    if (label == null) {
      findings.add(curie(resource) + " has no rdfs:label");
      return resource.getLocalName();
    }
    return label.getString();
  }

  private Set<String> curies(Resource resource, Property property) {
    return model.listObjectsOfProperty(resource, property).toList().stream()
        .map(object -> curie(object.asResource()))
        .collect(Collectors.toSet());
  }

  private String curie(Resource resource) {
    @Nullable String curie = model.qnameFor(resource.getURI());
    if (curie == null) {
      findings.add(resource.getURI() + " has no prefix");
      return resource.getURI();
    }
    return curie;
  }

  private void refuseTwins(String what, List<String> names) {
    names.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .forEach(
            (name, times) -> {
              if (times > 1) {
                findings.add("the " + what + " " + name + " is used " + times + " times");
              }
            });
  }

  private void refuseUnknownKinds(List<EntityKind> kinds, List<Predicate> predicates) {
    var known = kinds.stream().map(EntityKind::curie).collect(Collectors.toSet());
    for (var predicate : predicates) {
      var named = new java.util.TreeSet<>(predicate.domains());
      named.addAll(predicate.refKinds());
      named.removeAll(known);
      for (var unknown : named) {
        findings.add(predicate.curie() + " speaks of " + unknown + ", which is no kind");
      }
    }
  }

  private static String edgeType(String localName) {
    return localName.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static Property property(String iri) {
    return ResourceFactory.createProperty(iri);
  }
}

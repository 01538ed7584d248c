package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.ImportReport.Refusal;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.ValueType;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.jspecify.annotations.Nullable;

/** Statements of others: each becomes a proposal whose evidence is its own line. */
final class PlainStatements {
  private static final int BATCH = 300;
  private static final double CONFIDENCE = 0.8;

  /** What describes a thing and is no fact of its own. */
  private static final Set<Node> ABOUT =
      Set.of(Terms.TYPE, Terms.LABEL, Terms.ALIAS, Terms.SENTENCE);

  private final Memory memory;
  private final Graph graph;
  private final ArchivedGraph archived;
  private final Map<String, EntityKind> kinds;
  private final Map<String, Predicate> predicates;
  private final List<Refusal> refused = new ArrayList<>();
  private int accepted;
  private int known;
  private int review;

  PlainStatements(Memory memory, Graph graph, ArchivedGraph archived) {
    this.memory = memory;
    this.graph = graph;
    this.archived = archived;
    Vocabulary vocabulary = memory.vocabularies().current();
    this.kinds = by(vocabulary.kinds(), EntityKind::iri);
    this.predicates = by(vocabulary.predicates(), Predicate::iri);
  }

  private static <T> Map<String, T> by(List<T> terms, Function<T, String> iri) {
    return terms.stream().collect(Collectors.toMap(iri, Function.identity()));
  }

  /** What became of them. */
  record Proposed(int accepted, int known, int review, List<Refusal> refused) {}

  /** A statement that can be proposed, with its line. */
  private record Line(String text, FactProposal proposal) {}

  Proposed propose(String digest, String name, String who) {
    var bySubject = new LinkedHashMap<Node, List<Triple>>();
    graph
        .find()
        .filterDrop(t -> archived.isOwn(t.getSubject()))
        .forEach(t -> bySubject.computeIfAbsent(t.getSubject(), x -> new ArrayList<>()).add(t));
    var batch = new ArrayList<Line>();
    int number = 0;
    for (var statements : bySubject.values()) {
      statements.stream().flatMap(this::line).forEach(batch::add);
      if (batch.size() >= BATCH) {
        remember(batch, digest + ":" + number++, name, who);
        batch.clear();
      }
    }
    remember(batch, digest + ":" + number, name, who);
    return new Proposed(accepted, known, review, refused);
  }

  private void remember(List<Line> batch, String part, String name, String who) {
    if (batch.isEmpty()) {
      return;
    }
    var key = "import:" + part;
    var episode =
        new Episode(
            key,
            "import",
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            null,
            name,
            batch.stream().map(Line::text).collect(Collectors.joining("\n")));
    boolean again = memory.remembered(key).isPresent();
    Remembered became =
        memory.remember(
            key,
            episode,
            new Generation(who, "import of " + name),
            batch.stream().map(Line::proposal).toList());
    if (again) {
      known += batch.size();
      return;
    }
    accepted += became.accepted().size();
    known +=
        batch.size() - became.accepted().size() - became.review().size() - became.rejected().size();
    review += became.review().size();
    became.rejected().forEach(w -> refused.add(new Refusal(w.quote(), w.message())));
  }

  private Stream<Line> line(Triple triple) {
    if (ABOUT.contains(triple.getPredicate())) {
      return Stream.empty();
    }
    var text = NodeFmtLib.str(triple) + " .";
    try {
      return Stream.of(new Line(text, proposal(triple, text)));
    } catch (IllegalArgumentException e) {
      refused.add(new Refusal(text, String.valueOf(e.getMessage())));
      return Stream.empty();
    }
  }

  private FactProposal proposal(Triple triple, String line) {
    var predicate = predicates.get(triple.getPredicate().getURI());
    if (predicate == null) {
      throw new IllegalArgumentException(
          "'" + triple.getPredicate() + "' is not a predicate of the vocabulary.");
    }
    return new FactProposal(
        entity(triple.getSubject()),
        predicate.curie(),
        value(triple.getObject(), predicate),
        null,
        CONFIDENCE,
        Evidence.of(line),
        SourceRank.EXTRACTED);
  }

  private FactValue value(Node object, Predicate predicate) {
    if (predicate.type() == ValueType.REF) {
      return new FactValue.Ref(entity(object));
    }
    if (!object.isLiteral()) {
      throw new IllegalArgumentException("'" + predicate.label() + "' takes a value, not a thing.");
    }
    return Terms.value(object, predicate.type());
  }

  private EntityRef entity(Node node) {
    if (!node.isURI()) {
      throw new IllegalArgumentException("A thing without a name cannot be found again.");
    }
    var kind =
        objects(node, Terms.TYPE)
            .filter(Node::isURI)
            .map(type -> kinds.get(type.getURI()))
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        node + " is of no kind of the vocabulary (rdf:type)."));
    return new EntityRef(kind.curie(), node.getURI(), label(node), aliases(node));
  }

  private String label(Node node) {
    return Stream.concat(
            objects(node, Terms.LABEL), objects(node, Terms.iri(Terms.SCHEMA + "name")))
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElseGet(() -> node.getLocalName().isEmpty() ? node.getURI() : node.getLocalName());
  }

  /** Other names, and addresses as further keys. */
  private List<String> aliases(Node node) {
    var addresses =
        objects(node, Terms.iri(Terms.SCHEMA + "email"))
            .filter(Node::isLiteral)
            .map(n -> "mailto:" + n.getLiteralLexicalForm().toLowerCase(Locale.ROOT));
    var names = objects(node, Terms.ALIAS).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    return Stream.concat(addresses, names).toList();
  }

  private Stream<Node> objects(Node node, @Nullable Node predicate) {
    return graph.find(node, predicate, Node.ANY).mapWith(Triple::getObject).toList().stream();
  }
}

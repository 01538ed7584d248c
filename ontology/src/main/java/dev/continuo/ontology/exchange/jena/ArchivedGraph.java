package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.memory.Archive.ArchivedActivity;
import dev.continuo.ontology.memory.Archive.ArchivedConfirmation;
import dev.continuo.ontology.memory.Archive.ArchivedEntity;
import dev.continuo.ontology.memory.Archive.ArchivedEpisode;
import dev.continuo.ontology.memory.Archive.ArchivedFact;
import dev.continuo.ontology.memory.Archive.Content;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.vocabulary.ValueType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link RdfArchive} wrote. */
final class ArchivedGraph {
  private final Graph graph;
  private final Map<String, String> unreadable = new TreeMap<>();
  private final Set<Node> own = new HashSet<>();
  private final Map<String, ArchivedEntity> entities = new LinkedHashMap<>();

  ArchivedGraph(Graph graph) {
    this.graph = graph;
  }

  /** Nodes that memory wrote, in contrast to statements of others. */
  boolean isOwn(Node node) {
    return own.contains(node);
  }

  /** Why things that look like memory's own cannot be read, by their IRI. */
  Map<String, String> unreadable() {
    return unreadable;
  }

  Content content() {
    subjects(Terms.own("firstSeen"), null, this::entity)
        .forEach(e -> entities.putIfAbsent(e.id(), e));
    return new Content(
        entities.values(),
        subjects(Terms.TYPE, Terms.EPISODE, this::episode),
        subjects(Terms.TYPE, Terms.ACTIVITY, this::activity),
        subjects(Terms.TYPE, Terms.ASSERTION, this::fact),
        subjects(Terms.TYPE, Terms.CONFIRMATION, this::confirmation));
  }

  private <T> List<T> subjects(Node predicate, @Nullable Node object, Function<Node, T> reading) {
    var read = new ArrayList<T>();
    var found =
        graph
            .find(Node.ANY, predicate, object == null ? Node.ANY : object)
            .mapWith(triple -> triple.getSubject())
            .toSet();
    for (var node : found) {
      own.add(node);
      try {
        read.add(reading.apply(node));
      } catch (IllegalArgumentException | DateTimeException | UnsupportedOperationException e) {
        unreadable.put(node.toString(), "It cannot be read: " + e.getMessage());
      }
    }
    return read;
  }

  private ArchivedEntity entity(Node node) {
    var kept = maybe(node, Terms.SAME_AS);
    return new ArchivedEntity(
        Terms.name(node),
        text(node, Terms.own("kind")),
        text(node, Terms.LABEL),
        texts(node, Terms.own("key")),
        texts(node, Terms.ALIAS),
        moment(node, Terms.own("firstSeen")),
        kept == null ? null : Terms.name(kept));
  }

  private ArchivedEpisode episode(Node node) {
    var document = maybe(node, Terms.DOCUMENT);
    return new ArchivedEpisode(
        new Episode(
            Terms.name(node),
            text(node, Terms.own("kind")),
            moment(node, Terms.own("occurredAt")),
            document == null ? null : document.getLiteralLexicalForm(),
            text(node, Terms.TITLE),
            text(node, Terms.TEXT)),
        moment(node, Terms.own("recordedAt")));
  }

  private ArchivedActivity activity(Node node) {
    return new ArchivedActivity(
        Terms.name(node),
        Terms.name(one(node, Terms.USED)),
        text(node, Terms.own("agent")),
        text(node, Terms.own("detail")),
        new BigDecimal(text(node, Terms.own("cost"))),
        moment(node, Terms.ENDED_AT));
  }

  private ArchivedFact fact(Node node) {
    var object = one(node, Terms.own("object"));
    var objectId = object.isURI() ? Terms.name(object) : null;
    return new ArchivedFact(
        Terms.name(node),
        text(node, Terms.own("slotKey")),
        Terms.name(one(node, Terms.own("subject"))),
        text(node, Terms.own("predicateName")),
        objectId == null ? literal(object) : reference(objectId),
        objectId,
        text(node, Terms.SENTENCE),
        moment(node, Terms.FROM),
        maybeMoment(node, Terms.TO),
        moment(node, Terms.own("recordedFrom")),
        maybeMoment(node, Terms.own("recordedTo")),
        Double.parseDouble(text(node, Terms.own("confidence"))),
        SourceRank.valueOf(text(node, Terms.own("rank"))),
        text(node, Terms.own("vocabularyVersion")),
        Terms.name(one(node, Terms.SOURCE)),
        evidence(node),
        Terms.name(one(node, Terms.GENERATED_BY)),
        Terms.name(one(node, Terms.own("recordedBy"))),
        Integer.parseInt(text(node, Terms.own("ordinal"))),
        names(node, Terms.own("supersedes")),
        names(node, Terms.own("continues")),
        names(node, Terms.DERIVED_FROM));
  }

  private FactValue reference(String entityId) {
    var entity = entities.get(entityId);
    if (entity == null || entity.keys().isEmpty()) {
      throw new IllegalArgumentException("the entity " + entityId + " is not in the file");
    }
    return new FactValue.Ref(
        new EntityRef(entity.kind(), entity.keys().getFirst(), entity.label()));
  }

  private static FactValue literal(Node object) {
    var datatype = object.getLiteralDatatypeURI();
    return Arrays.stream(ValueType.values())
        .filter(type -> type.datatype().equals(datatype))
        .findFirst()
        .map(type -> Terms.value(object, type))
        .orElseThrow(() -> new IllegalArgumentException("values of the type " + datatype));
  }

  private ArchivedConfirmation confirmation(Node node) {
    return new ArchivedConfirmation(
        text(node, Terms.own("slotKey")),
        Terms.name(one(node, Terms.own("confirms"))),
        text(node, Terms.own("valueKey")),
        Terms.name(one(node, Terms.SOURCE)),
        evidence(node),
        SourceRank.valueOf(text(node, Terms.own("rank"))),
        Double.parseDouble(text(node, Terms.own("confidence"))),
        moment(node, Terms.own("at")),
        moment(node, Terms.own("recordedAt")));
  }

  private Evidence evidence(Node node) {
    return new Evidence(
        text(node, Terms.own("quote")),
        Integer.parseInt(text(node, Terms.own("quoteStart"))),
        Integer.parseInt(text(node, Terms.own("quoteEnd"))));
  }

  private @Nullable Node maybe(Node node, Node predicate) {
    var found = graph.find(node, predicate, Node.ANY).mapWith(t -> t.getObject()).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException("it says " + predicate + " more than once");
    }
    return found.isEmpty() ? null : found.getFirst();
  }

  private Node one(Node node, Node predicate) {
    var found = maybe(node, predicate);
    if (found == null) {
      throw new IllegalArgumentException("it does not say " + predicate);
    }
    return found;
  }

  private String text(Node node, Node predicate) {
    return one(node, predicate).getLiteralLexicalForm();
  }

  private List<String> texts(Node node, Node predicate) {
    return graph
        .find(node, predicate, Node.ANY)
        .mapWith(t -> t.getObject().getLiteralLexicalForm())
        .toList()
        .stream()
        .sorted()
        .toList();
  }

  private List<String> names(Node node, Node predicate) {
    return graph
        .find(node, predicate, Node.ANY)
        .mapWith(t -> Terms.name(t.getObject()))
        .toList()
        .stream()
        .sorted()
        .toList();
  }

  private Instant moment(Node node, Node predicate) {
    return Instant.parse(text(node, predicate));
  }

  private @Nullable Instant maybeMoment(Node node, Node predicate) {
    var found = maybe(node, predicate);
    return found == null ? null : Instant.parse(found.getLiteralLexicalForm());
  }
}

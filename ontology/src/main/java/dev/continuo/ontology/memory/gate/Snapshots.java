package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.shape.Shapes;
import dev.continuo.ontology.shape.Statement;
import dev.continuo.ontology.shape.Term;
import dev.continuo.ontology.shape.Violation;
import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.ValueType;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the shapes what memory would look like, and says which proposals break them. */
final class Snapshots {

  private static final String ENTITY = "urn:continuo:entity:";
  private static final String PROPOSAL = "urn:continuo:proposal:";
  private static final String NS = "https://continuo.dev/ns#";
  private static final String TIME = "http://www.w3.org/2006/time#";
  private static final String DOUBLE = "http://www.w3.org/2001/XMLSchema#double";

  private final Vocabulary vocabulary;
  private final Shapes shapes;

  Snapshots(Vocabulary vocabulary, Shapes shapes) {
    this.vocabulary = vocabulary;
    this.shapes = shapes;
  }

  /** Proposals that are no proper assertions: evidence, confidence, interval. */
  List<Finding> assertions(Episode episode, Collection<Placed> placed) {
    var graph = new ArrayList<Statement>();
    placed.forEach(p -> describe(p.candidate(), episode, graph));
    return shapes.check(graph).stream()
        .map(
            violation ->
                shape(Integer.parseInt(violation.focus().substring(PROPOSAL.length())), violation))
        .toList();
  }

  /**
   * Proposals after which some instant would break a shape.
   *
   * @param kinds kind of each subject
   * @param unknown subjects of which nothing was known before
   */
  List<Finding> check(Draft draft, Map<String, String> kinds, Set<String> unknown) {
    var held = draft.held();
    var findings = new ArrayList<Finding>();
    instants(draft, held)
        .forEach(
            (instant, subjects) -> {
              var now = held.stream().filter(h -> h.valid().contains(instant)).toList();
              for (var violation : shapes.check(graph(now, subjects, kinds))) {
                findings.addAll(blame(violation, subjects, now, held, unknown));
              }
            });
    return findings;
  }

  /**
   * The same for all statements at once, none of which is stored yet.
   *
   * @param held each with its index as proposal
   */
  List<Finding> checkAll(List<Held> held, Map<String, String> kinds) {
    var findings = new ArrayList<Finding>();
    held.stream()
        .collect(Collectors.groupingBy(Held::subjectId))
        .forEach(
            (subject, own) -> {
              for (var instant : Judging.instants(own)) {
                var now = own.stream().filter(h -> h.valid().contains(instant)).toList();
                for (var violation : shapes.check(graph(now, Set.of(subject), kinds))) {
                  findings.addAll(blame(violation, Set.of(subject), now, own, Set.of(subject)));
                }
              }
            });
    return findings;
  }

  /** What would break because facts are taken away. */
  List<Violation> broken(Draft draft, Map<String, String> kinds) {
    var held = draft.held();
    var lost = draft.dropped().stream().map(h -> iri(h.predicate())).collect(Collectors.toSet());
    return instants(draft, held).entrySet().stream()
        .flatMap(
            entry -> {
              var now = held.stream().filter(h -> h.valid().contains(entry.getKey())).toList();
              return shapes.check(graph(now, entry.getValue(), kinds)).stream();
            })
        .filter(violation -> violation.path() != null && lost.contains(violation.path()))
        .toList();
  }

  /** Every instant at which something changes, with the subjects for which it does. */
  private static Map<Instant, Set<String>> instants(Draft draft, List<Held> held) {
    var changed =
        Stream.concat(draft.written().stream().map(Draft.NewRow::held), draft.dropped().stream())
            .toList();
    var instants = new TreeMap<Instant, Set<String>>();
    for (var change : changed) {
      held.stream()
          .filter(h -> h.subjectId().equals(change.subjectId()))
          .flatMap(h -> Stream.ofNullable(h.valid().from()))
          .filter(change.valid()::contains)
          .forEach(at -> add(instants, at, change.subjectId()));
      add(instants, change.valid().from(), change.subjectId());
      held.stream()
          .filter(h -> h.subjectId().equals(change.subjectId()))
          .flatMap(h -> Stream.ofNullable(h.valid().to()))
          .filter(change.valid()::contains)
          .forEach(at -> add(instants, at, change.subjectId()));
    }
    return instants;
  }

  private static void add(Map<Instant, Set<String>> instants, Instant at, String subject) {
    instants.computeIfAbsent(at, x -> new TreeSet<>()).add(subject);
  }

  private List<Statement> graph(List<Held> now, Set<String> subjects, Map<String, String> kinds) {
    var graph = new ArrayList<Statement>();
    for (var held : now) {
      if (subjects.contains(held.subjectId())) {
        graph.add(type(held.subjectId(), kinds.getOrDefault(held.subjectId(), "")));
        graph.add(statement(held));
        if (held.value() instanceof FactValue.Ref(EntityRef object)) {
          graph.add(type(held.objectId(), object.kind()));
        }
      }
    }
    return graph;
  }

  private List<Finding> blame(
      Violation violation,
      Set<String> subjects,
      List<Held> now,
      List<Held> held,
      Set<String> unknown) {
    var subject = violation.focus().substring(ENTITY.length());
    if (!subjects.contains(subject)) {
      return List.of();
    }
    var guilty =
        now.stream()
            .filter(h -> h.proposal() >= 0 && h.subjectId().equals(subject))
            .filter(h -> iri(h.predicate()).equals(violation.path()) && isValue(h, violation))
            .toList();
    if (guilty.isEmpty() && unknown.contains(subject)) {
      guilty =
          held.stream().filter(h -> h.proposal() >= 0 && h.subjectId().equals(subject)).toList();
    }
    return guilty.stream().map(h -> shape(h.proposal(), violation)).toList();
  }

  private boolean isValue(Held held, Violation violation) {
    return violation.value() == null
        || switch (statement(held).object()) {
          case Term.Thing(var iri) -> iri.equals(violation.value());
          case Term.Literal(var lexical, var datatype) -> lexical.equals(violation.value());
        };
  }

  private Statement statement(Held held) {
    var value = held.value();
    var object =
        held.objectId() != null
            ? new Term.Thing(ENTITY + held.objectId())
            : new Term.Literal(lexical(value), value.type().datatype());
    return new Statement(ENTITY + held.subjectId(), iri(held.predicate()), object);
  }

  private static String lexical(FactValue value) {
    return value instanceof FactValue.Flag(boolean holds) ? Boolean.toString(holds) : value.words();
  }

  private Statement type(@Nullable String entityId, String kind) {
    return Statement.type(
        ENTITY + entityId, vocabulary.kind(kind).map(EntityKind::iri).orElse(NS + "Unknown"));
  }

  private String iri(String predicate) {
    return vocabulary.predicate(predicate).map(Predicate::iri).orElse(predicate);
  }

  private static void describe(Candidate candidate, Episode episode, List<Statement> graph) {
    var node = PROPOSAL + candidate.index();
    var proposal = candidate.proposal();
    var facts = new LinkedHashMap<String, Term>();
    if (!candidate.evidence().quote().isBlank()) {
      facts.put(NS + "quote", text(candidate.evidence().quote(), ValueType.TEXT.datatype()));
    }
    facts.put(
        "http://www.w3.org/ns/prov#wasDerivedFrom",
        new Term.Thing("urn:continuo:episode:" + Ids.of("", episode.key())));
    facts.put(NS + "confidence", text(number(proposal.confidence()), DOUBLE));
    facts.put(TIME + "hasBeginning", moment(candidate.stated().from()));
    var end = candidate.stated().to();
    if (end != null) {
      facts.put(TIME + "hasEnd", moment(end));
    }
    graph.add(Statement.type(node, NS + "Assertion"));
    facts.forEach((predicate, object) -> graph.add(new Statement(node, predicate, object)));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "NaN" : Double.isInfinite(value) ? "INF" : Double.toString(value);
  }

  private static Term moment(Instant instant) {
    return text(instant.toString(), ValueType.MOMENT.datatype());
  }

  private static Term text(String lexical, String datatype) {
    return new Term.Literal(lexical, datatype);
  }

  private static Finding shape(int proposal, Violation violation) {
    return Finding.rejected(proposal, "shape", violation.message());
  }
}

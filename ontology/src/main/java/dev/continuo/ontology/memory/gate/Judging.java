package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.Archive.ArchivedEntity;
import dev.continuo.ontology.memory.Archive.ArchivedEpisode;
import dev.continuo.ontology.memory.Archive.ArchivedFact;
import dev.continuo.ontology.memory.Archive.Content;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.ValueType;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the rows of an archive by the rules that every write keeps. */
final class Judging {
  private final Vocabulary vocabulary;
  private final Snapshots snapshots;
  private final Content content;
  private final Map<String, ArchivedEntity> entities;
  private final Map<String, Episode> episodes;
  private final Map<String, String> refused = new TreeMap<>();

  Judging(Vocabulary vocabulary, Snapshots snapshots, Content content) {
    this.vocabulary = vocabulary;
    this.snapshots = snapshots;
    this.content = content;
    this.entities =
        content.entities().stream()
            .collect(Collectors.toMap(ArchivedEntity::id, Function.identity(), (a, b) -> a));
    this.episodes =
        content.episodes().stream()
            .map(ArchivedEpisode::episode)
            .collect(Collectors.toMap(Episode::key, Function.identity(), (a, b) -> a));
  }

  Map<String, String> refused() {
    for (var fact : content.facts()) {
      var problem = problem(fact);
      if (problem != null) {
        refused.put(fact.factId(), problem);
      }
    }
    refuseOverlaps();
    while (refuseBroken()) {
      // what is left is looked at again, because something may have needed what went
    }
    return refused;
  }

  private @Nullable String problem(ArchivedFact fact) {
    var predicate = vocabulary.predicate(fact.predicate()).orElse(null);
    if (predicate == null) {
      return "'" + fact.predicate() + "' is not a predicate of the vocabulary.";
    }
    var subject = entities.get(fact.subjectId());
    var wrong = wrongEntity(subject, predicate.domains(), "It names no known subject.");
    if (wrong == null && fact.value().type() != predicate.type()) {
      wrong = "'" + predicate.label() + "' takes another type of value.";
    }
    if (wrong == null && predicate.type() == ValueType.REF) {
      wrong =
          wrongEntity(
              entities.get(Objects.requireNonNullElse(fact.objectId(), "")),
              predicate.refKinds(),
              "It points to nothing that is known.");
    }
    if (wrong == null && !slotOf(fact, predicate)) {
      wrong = "Its slot does not follow from what it says.";
    }
    return wrong == null ? problemOfTimeOrSource(fact) : wrong;
  }

  private @Nullable String wrongEntity(
      @Nullable ArchivedEntity entity, Set<String> kinds, String otherwise) {
    if (entity == null) {
      return otherwise;
    }
    if (vocabulary.kind(entity.kind()).isEmpty()) {
      return "'" + entity.kind() + "' is not a kind of the vocabulary.";
    }
    if (!kinds.isEmpty() && !kinds.contains(entity.kind())) {
      return "It speaks of the kind '" + entity.kind() + "', of which nothing like it is said.";
    }
    return entity.keys().isEmpty() || !entity.keys().stream().allMatch(Sieve::isKey)
        ? "Its entity has no usable key."
        : null;
  }

  private static boolean slotOf(ArchivedFact fact, Predicate predicate) {
    var valueKey = Placed.valueKey(fact.value(), fact.objectId());
    var slot = fact.subjectId() + "|" + predicate.curie();
    return switch (predicate.slots()) {
      case FUNCTIONAL -> fact.slotKey().equals(slot);
      case SET -> fact.slotKey().equals(slot + "|" + Ids.of("", valueKey));
      case EVENT -> fact.slotKey().startsWith(slot + "|");
    };
  }

  private @Nullable String problemOfTimeOrSource(ArchivedFact fact) {
    if (new Interval(fact.validFrom(), fact.validTo()).isEmpty()) {
      return "It ends before it begins.";
    }
    if (new Interval(fact.recordedFrom(), fact.recordedTo()).isEmpty()) {
      return "It was given up before it was recorded.";
    }
    if (!(fact.confidence() >= 0 && fact.confidence() <= 1)) {
      return "The confidence must be a number from 0 to 1.";
    }
    var episode = episodes.get(fact.episodeKey());
    if (episode == null) {
      return "It names no source.";
    }
    if (fact.evidence().quote().isBlank()) {
      return "There is no sentence in the source that says so.";
    }
    return Quotes.find(episode, fact.evidence()).isEmpty()
        ? "The source does not contain the sentence '" + fact.evidence().quote() + "'."
        : null;
  }

  /** Two rows of a slot may not hold at the same time and be believed at the same time. */
  private void refuseOverlaps() {
    var slots = new HashMap<String, List<ArchivedFact>>();
    for (var fact : content.facts()) {
      if (!refused.containsKey(fact.factId())) {
        var others = slots.computeIfAbsent(fact.slotKey(), x -> new ArrayList<>());
        if (others.stream().anyMatch(other -> overlap(fact, other))) {
          refused.put(fact.factId(), "Two values of one slot would hold at the same time.");
        } else {
          others.add(fact);
        }
      }
    }
  }

  private static boolean overlap(ArchivedFact a, ArchivedFact b) {
    return new Interval(a.validFrom(), a.validTo())
            .overlaps(new Interval(b.validFrom(), b.validTo()))
        && new Interval(a.recordedFrom(), a.recordedTo())
            .overlaps(new Interval(b.recordedFrom(), b.recordedTo()));
  }

  /** What is believed now keeps the shapes at every instant. */
  private boolean refuseBroken() {
    var believed =
        content.facts().stream()
            .filter(f -> f.recordedTo() == null && !refused.containsKey(f.factId()))
            .toList();
    var held = new ArrayList<Held>();
    for (int i = 0; i < believed.size(); i++) {
      var fact = believed.get(i);
      held.add(
          new Held(
              fact.subjectId(),
              fact.predicate(),
              fact.value(),
              fact.objectId(),
              new Interval(fact.validFrom(), fact.validTo()),
              i));
    }
    var kinds =
        entities.values().stream()
            .collect(Collectors.toMap(ArchivedEntity::id, ArchivedEntity::kind));
    var findings = snapshots.checkAll(held, kinds);
    findings.forEach(f -> refused.putIfAbsent(believed.get(f.proposal()).factId(), f.message()));
    return !findings.isEmpty();
  }

  /** Every instant at which something begins or ends. */
  static List<Instant> instants(List<Held> held) {
    return held.stream()
        .flatMap(h -> Stream.of(h.valid().from(), h.valid().to()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}

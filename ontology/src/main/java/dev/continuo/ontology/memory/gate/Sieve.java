package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps back what is not said in the vocabulary's terms or not said by the source at all. */
final class Sieve {

  private static final Duration FAR = Duration.ofDays(100 * 366);
  private static final int LONGEST_KEY = 512;

  private final Vocabulary vocabulary;
  private final Episode episode;
  private final boolean decided;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  Sieve(Vocabulary vocabulary, Write write) {
    this.vocabulary = vocabulary;
    this.episode = write.episode();
    this.decided = write.decided();
    for (int i = 0; i < write.proposals().size(); i++) {
      sift(i, write.proposals().get(i));
    }
  }

  List<Candidate> candidates() {
    return candidates;
  }

  List<Finding> findings() {
    return findings;
  }

  private void sift(int index, FactProposal proposal) {
    var predicate = vocabulary.predicate(proposal.predicate()).orElse(null);
    if (predicate == null) {
      reject(
          index,
          "unknown-predicate",
          "'" + proposal.predicate() + "' is not a predicate of the vocabulary.");
      return;
    }
    if (speaksOfKnownThings(index, proposal, predicate)) {
      place(index, proposal, predicate);
    }
  }

  private void place(int index, FactProposal proposal, Predicate predicate) {
    var from = proposal.validFrom() == null ? episode.occurredAt() : proposal.validFrom();
    if (!decided && (isFar(from) || (proposal.validTo() != null && isFar(proposal.validTo())))) {
      findings.add(
          Finding.review(
              index,
              "unclear-date",
              "It is said to hold from " + from + ", a hundred years away from its source.",
              null));
      return;
    }
    var evidence = Quotes.find(episode, proposal.evidence()).orElse(null);
    if (evidence == null) {
      reject(
          index,
          "not-in-source",
          "The source does not contain the sentence '" + proposal.evidence().quote() + "'.");
      return;
    }
    candidates.add(
        new Candidate(
            index, proposal, predicate, new Interval(from, proposal.validTo()), evidence, decided));
  }

  private boolean speaksOfKnownThings(int index, FactProposal proposal, Predicate predicate) {
    if (!isUsable(index, proposal.subject())) {
      return false;
    }
    if (!allows(predicate.domains(), proposal.subject())) {
      reject(
          index,
          "wrong-kind",
          "'%s' is said of %s, not of %s."
              .formatted(
                  predicate.label(),
                  labels(predicate.domains()),
                  labels(Set.of(proposal.subject().kind()))));
      return false;
    }
    if (proposal.value().type() != predicate.type()) {
      reject(
          index,
          "wrong-type",
          "'%s' takes a value of the type %s, not %s."
              .formatted(predicate.label(), word(predicate.type()), word(proposal.value().type())));
      return false;
    }
    return !(proposal.value() instanceof FactValue.Ref(EntityRef object))
        || (isUsable(index, object) && pointsAtAllowedKind(index, predicate, object));
  }

  private boolean pointsAtAllowedKind(int index, Predicate predicate, EntityRef object) {
    if (allows(predicate.refKinds(), object)) {
      return true;
    }
    reject(
        index,
        "wrong-kind",
        "'%s' points to %s, not to %s."
            .formatted(
                predicate.label(), labels(predicate.refKinds()), labels(Set.of(object.kind()))));
    return false;
  }

  private boolean isUsable(int index, EntityRef entity) {
    if (vocabulary.kind(entity.kind()).isEmpty()) {
      reject(index, "unknown-kind", "'" + entity.kind() + "' is not a kind of the vocabulary.");
      return false;
    }
    if (!isKey(entity.key())) {
      reject(
          index,
          "bad-key",
          "An entity needs a key of 1 to " + LONGEST_KEY + " characters on one line.");
      return false;
    }
    return true;
  }

  static boolean isKey(String key) {
    return !key.isBlank()
        && key.length() <= LONGEST_KEY
        && key.chars().noneMatch(Character::isISOControl);
  }

  private boolean isFar(Instant instant) {
    return Duration.between(episode.occurredAt(), instant).abs().compareTo(FAR) > 0;
  }

  private String labels(Set<String> kinds) {
    return kinds.stream()
        .map(curie -> vocabulary.kind(curie).map(EntityKind::label).orElse(curie))
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  private static boolean allows(Set<String> kinds, EntityRef entity) {
    return kinds.isEmpty() || kinds.contains(entity.kind());
  }

  private static String word(Enum<?> type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private void reject(int index, String code, String message) {
    findings.add(Finding.rejected(index, code, message));
  }
}

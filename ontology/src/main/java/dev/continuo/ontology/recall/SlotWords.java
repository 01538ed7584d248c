package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which predicate a question asks for: by the words people use for it and by closeness in meaning
 * to them: its label, its name, and other words of business for both.
 */
final class SlotWords {

  /** Below this a question asks for no slot. */
  private static final double ENOUGH = 0.42;

  /** Predicates this close to the best are meant too. */
  private static final double NEAR = 0.04;

  /** Without a clear winner a slot is only meant when it is this close and this far ahead. */
  private static final double LIKELY = 0.27;

  private static final double AHEAD = 0.015;

  private static final Pattern BELIEF =
      Pattern.compile(
          "\\b(?:as far as (?:we|i|you) (?:knew|know)|far (?:we|i) knew|(?:did|do) (?:we|i) (?:believe|think|know)"
              + "|(?:we|i) (?:believed|knew|thought)|currently|now|these days|at the moment|to be)\\b",
          Pattern.CASE_INSENSITIVE);

  private record Spoken(List<String> stems, float[] vector) {}

  private final Embeddings embeddings;
  private final Map<String, List<Spoken>> known = new ConcurrentHashMap<>();

  SlotWords(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  /** A predicate that may be asked for. */
  record Slot(String predicate, String label) {}

  /**
   * The predicates that are meant, best first; empty when none is close enough.
   *
   * @param subject the question without names and dates
   */
  List<Slot> meant(String subject, List<Slot> among) {
    if (subject.isBlank() || among.isEmpty()) {
      return List.of();
    }
    String asked = plain(subject);
    var stems = new HashSet<>(EnglishWords.stems(asked));
    float[] vector = embeddings.embed(asked);
    var closeness = new double[among.size()];
    for (int i = 0; i < closeness.length; i++) {
      closeness[i] = closeness(among.get(i), stems, vector);
    }
    var meant = new ArrayList<Slot>();
    var order = Scores.order(closeness);
    double best = closeness[order[0]];
    for (int i : order) {
      if (closeness[i] >= ENOUGH && closeness[i] >= best - NEAR) {
        meant.add(among.get(i));
      }
    }
    return meant;
  }

  /**
   * The one predicate that is most likely meant where no words say so; empty when two are alike.
   *
   * @param among what is known of who was asked about
   */
  List<Slot> likely(String subject, List<Slot> among) {
    String asked = plain(subject);
    if (asked.isBlank() || among.isEmpty()) {
      return List.of();
    }
    var stems = new HashSet<>(EnglishWords.stems(asked));
    float[] vector = embeddings.embed(asked);
    var closeness = among.stream().mapToDouble(s -> closeness(s, stems, vector)).toArray();
    var order = Scores.order(closeness);
    double next = order.length > 1 ? closeness[order[1]] : 0;
    double best = closeness[order[0]];
    return best >= LIKELY && best - next >= AHEAD ? List.of(among.get(order[0])) : List.of();
  }

  private static String plain(String subject) {
    String plain = BELIEF.matcher(subject).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return plain.isEmpty() ? subject : plain;
  }

  private double closeness(Slot slot, HashSet<String> stems, float[] vector) {
    double best = 0;
    for (Spoken spoken : known.computeIfAbsent(slot.predicate(), none -> spoken(slot))) {
      double meaning = Embeddings.similarity(spoken.vector(), vector);
      long shared = spoken.stems().stream().filter(stems::contains).count();
      double words = spoken.stems().isEmpty() ? 0 : (double) shared / spoken.stems().size();
      best = Math.max(best, 0.6 * Math.max(0, meaning) + 0.4 * words);
    }
    return best;
  }

  private List<Spoken> spoken(Slot slot) {
    var words = new ArrayList<String>();
    words.add(slot.label());
    words.add(
        slot.predicate()
            .substring(slot.predicate().indexOf(':') + 1)
            .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
            .replaceAll("[_-]+", " "));
    words.addAll(BusinessWords.of(words));
    return words.stream()
        .distinct()
        .map(w -> new Spoken(EnglishWords.stems(w), embeddings.embed(w)))
        .toList();
  }
}

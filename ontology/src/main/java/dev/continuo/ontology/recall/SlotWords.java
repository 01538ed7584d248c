package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which predicate a question asks for: by the words people use for it and by closeness in meaning
 * to them. Words come from the predicate's label, its name, and a list for those that are asked for
 * in many ways.
 */
final class SlotWords {

  /** Below this a question asks for no slot. */
  private static final double ENOUGH = 0.42;

  /** Predicates this close to the best are meant too. */
  private static final double NEAR = 0.04;

  private static final Map<String, List<String>> ASKED =
      Map.ofEntries(
          Map.entry(
              "schema:worksFor",
              List.of(
                  "employer",
                  "company",
                  "who does work for",
                  "where does work",
                  "works at",
                  "job at")),
          Map.entry("schema:email", List.of("e-mail address", "email", "mail address")),
          Map.entry(
              "schema:telephone", List.of("phone number", "telephone", "mobile", "number to call")),
          Map.entry("schema:name", List.of("name", "called")),
          Map.entry("vcard:role", List.of("role", "position", "job title", "what does do")),
          Map.entry("vcard:language", List.of("language", "writes in")),
          Map.entry("continuo:domain", List.of("domain", "web site", "internet address")),
          Map.entry(
              "continuo:prefers",
              List.of("preference", "prefers", "likes", "wants to be contacted")),
          Map.entry(
              "continuo:amount",
              List.of("amount", "price", "budget", "how much money", "value", "fee")),
          Map.entry("continuo:state", List.of("state", "status", "is it open")),
          Map.entry("vf:due", List.of("due date", "deadline", "by when", "when is it due")),
          Map.entry("schema:headline", List.of("subject", "what is it about")),
          Map.entry("org:memberOf", List.of("member of", "belongs to", "part of")));

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
    var stems = new HashSet<>(EnglishWords.stems(subject));
    float[] vector = embeddings.embed(subject);
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
    words.addAll(ASKED.getOrDefault(slot.predicate(), List.of()));
    return words.stream()
        .distinct()
        .map(w -> new Spoken(EnglishWords.stems(w), embeddings.embed(w)))
        .toList();
  }
}

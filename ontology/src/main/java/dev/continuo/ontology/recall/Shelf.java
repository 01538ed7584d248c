package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts that belong together, ready to be searched: those of one client, one meeting, one
 * collection.
 *
 * <p>Each list ranks by its own measure; the answer is the convex combination of the lists, each
 * scaled to one. Immutable and safe for use by many threads; a question takes a few milliseconds
 * for some thousand texts.
 */
public final class Shelf {

  private final List<ShelfText> texts;
  private final Bm25 words;
  private final Bm25 groups;
  private final int[] groupOf;
  private final NameGraph graph;
  private final Embeddings embeddings;
  private final Set<String> knownNames = new HashSet<>();

  public Shelf(List<ShelfText> texts, List<Link> links, Embeddings embeddings) {
    this.texts = List.copyOf(texts);
    this.embeddings = embeddings;
    this.words = new Bm25(texts.stream().map(t -> EnglishWords.stems(t.words())).toList());
    var together = new LinkedHashMap<String, List<String>>();
    texts.forEach(
        t ->
            together
                .computeIfAbsent(t.group(), none -> new ArrayList<>())
                .addAll(EnglishWords.stems(t.words())));
    this.groups = new Bm25(List.copyOf(together.values()));
    var order = List.copyOf(together.keySet());
    this.groupOf = texts.stream().mapToInt(t -> order.indexOf(t.group())).toArray();
    var index = new HashMap<String, Integer>();
    for (int i = 0; i < texts.size(); i++) {
      index.put(texts.get(i).id(), i);
      for (String name : texts.get(i).names()) {
        knownNames.add(EnglishWords.name(name));
        knownNames.addAll(Names.telling(name));
      }
    }
    this.graph = new NameGraph(texts.size(), links, index);
  }

  /** The number of texts. */
  public int size() {
    return texts.size();
  }

  /** The best texts for a question, best first. */
  public List<RankedText> rank(String question, Weights weights, int limit) {
    return rank(lists(question, weights), weights, limit);
  }

  /** Every list that has a weight, by text in the shelf's order, from 0 to 1. */
  public Map<RankList, double[]> lists(String question, Weights weights) {
    var lists = new EnumMap<RankList, double[]>(RankList.class);
    var people = people(question);
    var subject = EnglishWords.subject(question, people);
    float[] vector = embeddings.embed(question);
    for (RankList list : weights.lists().keySet()) {
      lists.put(
          list,
          switch (list) {
            case WORDS -> Scores.toBest(words.scores(wordsOf(question, subject, people)));
            case MEANING -> Scores.spread(closeness(vector));
            case SUBJECT -> Scores.spread(closeness(aboutVector(subject, vector)));
            case GRAPH ->
                Scores.toBest(
                    graph.scores(question, vector, Scores.spread(closeness(vector)), weights));
            case GROUP -> ofGroups(groups.scores(wordsOf(question, subject, people)));
            case NAMES -> named(people);
            case LENGTH ->
                texts.stream().mapToDouble(t -> Math.min(60, t.length()) / 60.0).toArray();
          });
    }
    return lists;
  }

  /** Puts computed lists together. */
  public List<RankedText> rank(Map<RankList, double[]> lists, Weights weights, int limit) {
    var sum = new double[texts.size()];
    lists.forEach((list, scores) -> Scores.add(sum, scores, weights.weight(list)));
    return Arrays.stream(Scores.apart(sum, weights.apart(), limit))
        .mapToObj(i -> new RankedText(texts.get(i).id(), sum[i], each(lists, i)))
        .toList();
  }

  private double[] ofGroups(double[] scores) {
    var best = Scores.toBest(scores);
    return Arrays.stream(groupOf).mapToDouble(group -> best[group]).toArray();
  }

  private static Map<RankList, Double> each(Map<RankList, double[]> lists, int text) {
    var each = new EnumMap<RankList, Double>(RankList.class);
    lists.forEach((list, scores) -> each.put(list, scores[text]));
    return each;
  }

  /** Where the shelf knows nobody's name, the question is taken as it is. */
  private List<String> wordsOf(String question, List<String> subject, Set<String> people) {
    return knownNames.isEmpty() || people.isEmpty() && subject.isEmpty()
        ? EnglishWords.stems(question)
        : EnglishWords.stemmed(subject);
  }

  private float[] aboutVector(List<String> subject, float[] otherwise) {
    return subject.isEmpty() ? otherwise : embeddings.embed(String.join(" ", subject));
  }

  private double[] closeness(float[] vector) {
    return texts.stream()
        .mapToDouble(
            text ->
                text.vectors().stream()
                    .mapToDouble(v -> Embeddings.similarity(v, vector))
                    .max()
                    .orElse(-1))
        .toArray();
  }

  /** Names of the shelf's people that the question says, whole or in part. */
  private Set<String> people(String question) {
    var found = new HashSet<String>();
    for (String name : Names.candidates(question)) {
      if (knownNames.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }

  private double[] named(Set<String> people) {
    return texts.stream()
        .mapToDouble(
            text -> text.names().stream().mapToDouble(n -> named(n, people)).max().orElse(0))
        .toArray();
  }

  private static double named(String name, Set<String> people) {
    if (people.contains(EnglishWords.name(name))) {
      return 1;
    }
    var words = Names.telling(name);
    return words.isEmpty()
        ? 0
        : (double) words.stream().filter(people::contains).count() / words.size();
  }
}

package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts that belong together, ready to be searched: those of one client, one meeting, one
 * collection.
 *
 * <p>Each list ranks by its own measure; the answer is the convex combination of the lists, each
 * scaled to one. Never changes and is safe for use by many threads; a question takes a few
 * milliseconds for some thousand texts.
 */
public final class Shelf {

  private final List<ShelfText> texts;
  private final int[] groupOf;
  private final NameGraph graph;
  private final Embeddings embeddings;
  private final People known = new People();
  private final Neighbours neighbours;
  private @Nullable Bm25 words;
  private @Nullable Bm25 groups;

  public Shelf(List<ShelfText> texts, List<Link> links, Embeddings embeddings) {
    this.texts = List.copyOf(texts);
    this.embeddings = embeddings;
    var numbers = new HashMap<String, Integer>();
    this.groupOf =
        texts.stream()
            .mapToInt(
                t ->
                    Objects.requireNonNull(
                        numbers.computeIfAbsent(t.group(), none -> numbers.size())))
            .toArray();
    var index = new HashMap<String, Integer>();
    for (int i = 0; i < texts.size(); i++) {
      index.put(texts.get(i).id(), i);
      texts.get(i).names().forEach(known::add);
    }
    this.graph = new NameGraph(texts.size(), links, index);
    this.neighbours = new Neighbours(groupOf);
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
    var people = known.in(question);
    var subject = EnglishWords.subject(question, people);
    float[] vector = embeddings.embed(question);
    for (RankList list : weights.lists().keySet()) {
      lists.put(
          list,
          switch (list) {
            case WORDS -> Scores.toBest(words().scores(wordsOf(question, subject, people)));
            case MEANING -> Scores.spread(closeness(vector));
            case WHOLE -> Scores.spread(wholes(vector));
            case SUBJECT -> Scores.spread(closeness(aboutVector(subject, vector)));
            case GRAPH ->
                Scores.toBest(graph.scores(question, vector, Scores.spread(near(vector)), weights));
            case GROUP -> ofGroups(groups().scores(wordsOf(question, subject, people)));
            case NAMES -> named(people);
            case AROUND -> neighbours.smoothed(named(people));
            case PLACE -> neighbours.place();
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

  /** Counted when first asked for: most shelves are made for one question. */
  private synchronized Bm25 words() {
    if (words == null) {
      words = new Bm25(texts.stream().map(t -> EnglishWords.stems(t.words())).toList());
    }
    return words;
  }

  private synchronized Bm25 groups() {
    if (groups == null) {
      var together = new ArrayList<List<String>>();
      for (int i = 0; i < groupOf.length; i++) {
        if (groupOf[i] == together.size()) {
          together.add(new ArrayList<>());
        }
        together.get(groupOf[i]).addAll(EnglishWords.stems(texts.get(i).words()));
      }
      groups = new Bm25(together);
    }
    return groups;
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

  private double[] wholes(float[] vector) {
    return texts.stream()
        .mapToDouble(
            text ->
                text.vectors().isEmpty()
                    ? -1
                    : Embeddings.similarity(text.vectors().getFirst(), vector))
        .toArray();
  }

  /** The text and its closest piece count alike. */
  private double[] near(float[] vector) {
    var near = closeness(vector);
    Scores.add(near, wholes(vector), 1);
    return near;
  }

  /** Where the shelf knows nobody's name, the question is taken as it is. */
  private List<String> wordsOf(String question, List<String> subject, Set<String> people) {
    return known.isEmpty() || people.isEmpty() && subject.isEmpty()
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

  private double[] named(Set<String> people) {
    return texts.stream()
        .mapToDouble(
            text -> text.names().stream().mapToDouble(n -> People.share(n, people)).max().orElse(0))
        .toArray();
  }
}

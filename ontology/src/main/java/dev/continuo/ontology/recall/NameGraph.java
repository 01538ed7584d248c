package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Texts and the names they share. The walk starts at the names of the links that are closest to the
 * question, at names in the question, and lightly at texts close in meaning; a name that many texts
 * share seeds less.
 */
final class NameGraph {

  private static final int SEEDING_LINKS = 5;

  private record Seed(int one, int other, float[] vector) {}

  private final Map<String, Integer> names = new HashMap<>();
  private final List<Set<Integer>> textsOf = new ArrayList<>();
  private final List<Seed> seeds = new ArrayList<>();
  private final PersonalisedPageRank walk = new PersonalisedPageRank();
  private final int texts;

  NameGraph(int texts, List<Link> links, Map<String, Integer> textIndex) {
    this.texts = texts;
    var seen = new HashSet<String>();
    for (Link link : links) {
      Integer text = textIndex.get(link.textId());
      String one = EnglishWords.name(link.one());
      String other = EnglishWords.name(link.other());
      if (text == null || one.isEmpty() || other.isEmpty()) {
        continue;
      }
      int a = node(one);
      int b = node(other);
      textsOf.get(a).add(text);
      textsOf.get(b).add(text);
      walk.connect(texts + a, texts + b, 1);
      if (link.vector() != null && seen.add(one + "\n" + other + "\n" + link.vector()[0])) {
        seeds.add(new Seed(a, b, link.vector()));
      }
    }
    for (int name = 0; name < textsOf.size(); name++) {
      for (int text : textsOf.get(name)) {
        walk.connect(text, texts + name, 1);
      }
    }
  }

  private int node(String name) {
    return Objects.requireNonNull(
        names.computeIfAbsent(
            name,
            none -> {
              textsOf.add(new HashSet<>());
              return textsOf.size() - 1;
            }));
  }

  /**
   * @param meaning closeness of each text to the question, from 0 to 1
   */
  double[] scores(String question, float[] vector, double[] meaning, Weights weights) {
    var start = new double[texts + textsOf.size()];
    seedLinks(vector, start);
    for (String name : mentioned(question)) {
      Integer node = names.get(name);
      if (node != null) {
        start[texts + node] += weights.nameSeed() / Math.max(1, textsOf.get(node).size());
      }
    }
    for (int text = 0; text < texts; text++) {
      start[text] = weights.textSeed() * meaning[text];
    }
    var reached = walk.walk(start);
    var scores = new double[texts];
    for (int text = 0; text < texts; text++) {
      scores[text] = Math.sqrt(reached[text]);
    }
    return scores;
  }

  private static Set<String> mentioned(String question) {
    var found = Names.in(question);
    Names.candidates(question).stream()
        .filter(name -> name.length() > 3 && EnglishWords.says(name))
        .forEach(found::add);
    return found;
  }

  /** The closest links by their names; a name of several takes their mean. */
  private void seedLinks(float[] vector, double[] start) {
    var close =
        Scores.spread(
            seeds.stream().mapToDouble(s -> Embeddings.similarity(s.vector(), vector)).toArray());
    var sum = new HashMap<Integer, double[]>();
    java.util.Arrays.stream(Scores.order(close))
        .limit(SEEDING_LINKS)
        .forEach(
            i -> {
              for (int name : new int[] {seeds.get(i).one(), seeds.get(i).other()}) {
                var mean = sum.computeIfAbsent(name, none -> new double[2]);
                mean[0] += close[i] / Math.max(1, textsOf.get(name).size());
                mean[1]++;
              }
            });
    sum.forEach((name, mean) -> start[texts + name] = mean[0] / mean[1]);
  }
}

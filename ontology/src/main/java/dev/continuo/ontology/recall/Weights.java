package dev.continuo.ontology.recall;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each list counts, and how picks are spread. A list without a weight is not computed.
 * Values come from development splits only; docs/benchmarks.md says which.
 *
 * @param textSeed how much a text close in meaning seeds the walk, against 1 for the closest link
 * @param nameSeed how much a name in the question seeds the walk
 * @param apart texts nearer than this to a better one are not picked; 0 for no spreading
 */
public record Weights(Map<RankList, Double> lists, double textSeed, double nameSeed, int apart) {

  public Weights {
    lists = Map.copyOf(lists);
  }

  /** For linked facts and articles: questions whose answer takes more than one text. */
  public static Weights linked() {
    return of(RankList.GRAPH, 1)
        .and(RankList.MEANING, 0.05)
        .and(RankList.WHOLE, 0.05)
        .seeds(0.1, 0.5);
  }

  /** For articles that are linked by the names they mention only. */
  public static Weights mentions() {
    return of(RankList.GRAPH, 1)
        .and(RankList.MEANING, 0.25)
        .and(RankList.WHOLE, 0.25)
        .and(RankList.WORDS, 0.2)
        .seeds(1, 1);
  }

  /** For turns of a dialogue. */
  public static Weights dialogue() {
    return of(RankList.MEANING, 1)
        .and(RankList.SUBJECT, 0.4)
        .and(RankList.WORDS, 0.6)
        .and(RankList.NAMES, 1.2)
        .and(RankList.AROUND, 0.7)
        .and(RankList.PLACE, 0.4)
        .and(RankList.LENGTH, 0.2)
        .spreadBy(5);
  }

  /** For a client's mails and notes, with the graph of what they are about. */
  public static Weights mail() {
    return of(RankList.MEANING, 1)
        .and(RankList.SUBJECT, 0.5)
        .and(RankList.WORDS, 0.5)
        .and(RankList.NAMES, 1)
        .and(RankList.LENGTH, 0.2)
        .and(RankList.GRAPH, 0.5)
        .seeds(1, 1);
  }

  /** One list. */
  public static Weights of(RankList list, double weight) {
    return new Weights(Map.of(list, weight), 0.1, 0.5, 0);
  }

  /** With one more list, or another weight for it; without the list where the weight is zero. */
  public Weights and(RankList list, double weight) {
    var more = new EnumMap<RankList, Double>(RankList.class);
    more.putAll(lists);
    more.put(list, weight);
    more.values().removeIf(none -> none == 0);
    return new Weights(more, textSeed, nameSeed, apart);
  }

  public Weights seeds(double texts, double names) {
    return new Weights(lists, texts, names, apart);
  }

  public Weights spreadBy(int places) {
    return new Weights(lists, textSeed, nameSeed, places);
  }

  /** Only that list, seeded and spread as here. */
  public Weights only(RankList list) {
    return new Weights(Map.of(list, 1.0), textSeed, nameSeed, apart);
  }

  double weight(RankList list) {
    return lists.getOrDefault(list, 0.0);
  }
}

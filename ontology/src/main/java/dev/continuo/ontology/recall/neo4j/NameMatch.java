package dev.continuo.ontology.recall.neo4j;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How well a name fits words of a question: whole, with words in another order, with an initial,
 * with a slip of one letter, or in part.
 *
 * @param strength 1 and more for a whole name, by its words; less for a part of one
 * @param used the words of the question that are the name
 */
record NameMatch(double strength, Set<String> used) {

  private static final Pattern APART = Pattern.compile("['\u2019]s\\b|[^\\p{L}\\p{N}]+");
  private static final Set<String> FORMS =
      Set.of(
          "gmbh",
          "ltd",
          "inc",
          "llc",
          "ag",
          "kg",
          "limited",
          "corp",
          "corporation",
          "company",
          "co",
          "bv",
          "sa",
          "plc",
          "mr",
          "mrs",
          "ms",
          "dr",
          "the",
          "and");
  private static final Set<String> ASKING =
      Set.copyOf(
          List.of(
              ("what who whom whose when where which why how did does do done was were is are had has have"
                      + " about say said tell the and for with from that this our his her its their them"
                      + " they you your was will would could should on at by of in to as it be we me my an"
                      + " if or not any all open next due since changed overdue owe owes current currently"
                      + " now then before after work works worked many much")
                  .split(" ")));

  static List<String> words(String text) {
    return APART
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static boolean telling(String word) {
    return word.length() > 1 && !ASKING.contains(word);
  }

  static Optional<NameMatch> of(String name, List<String> words) {
    var parts = words(name).stream().filter(w -> !FORMS.contains(w)).toList();
    var used = new LinkedHashSet<String>();
    double sum = 0;
    int whole = 0;
    for (String part : parts) {
      String best = "";
      double most = 0;
      for (String word : words) {
        double alike = used.contains(word) ? 0 : alike(part, word);
        if (alike > most) {
          most = alike;
          best = word;
        }
      }
      if (most > 0) {
        used.add(best);
        sum += most;
        whole += most >= 0.8 ? 1 : 0;
      }
    }
    if (parts.isEmpty() || whole == 0 || used.stream().noneMatch(NameMatch::telling)) {
      return Optional.empty();
    }
    double share = sum / parts.size();
    if (used.size() == parts.size()) {
      return Optional.of(
          new NameMatch(share > 0.99 ? 1 + parts.size() : parts.size() + share - 1 + 0.5, used));
    }
    boolean tellingPart = used.stream().anyMatch(w -> w.length() > 2) && sum >= 0.99;
    return tellingPart && share >= 0.3
        ? Optional.of(new NameMatch(share * 0.99, used))
        : Optional.empty();
  }

  private static double alike(String part, String word) {
    if (part.equals(word)) {
      return 1;
    }
    if (word.length() == 1 || part.length() == 1) {
      return part.charAt(0) == word.charAt(0) && !word.equals("a") ? 0.5 : 0;
    }
    if (part.length() < 4 || word.length() < 4 || !telling(word)) {
      return 0;
    }
    int slips = slips(part, word);
    return slips <= 1 ? 0.85 : slips == 2 && part.length() >= 8 ? 0.8 : 0;
  }

  /** Edits between two words, a swap of neighbours counting one; more than two is just three. */
  static int slips(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 2) {
      return 3;
    }
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : least(one, other, cost, i, j);
      }
    }
    return Math.min(3, cost[one.length()][other.length()]);
  }

  private static int least(String one, String other, int[][] cost, int i, int j) {
    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}

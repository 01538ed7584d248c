package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How long texts are cut. */
public final class Passages {

  private static final int SHORT = 40;
  private static final int PIECE = 20;
  private static final int PASSAGE = 110;
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!])\\s+|\\n+");

  private Passages() {}

  /**
   * What is embedded of a text: all of it and, where it is long, runs of its sentences of about
   * twenty words. The whole comes first.
   */
  public static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    pieces.add(text);
    if (words(text) > SHORT) {
      pieces.addAll(runs(text, PIECE));
    }
    return pieces;
  }

  /** The same of a text with a title: every piece carries it, because alone it says too little. */
  public static List<String> pieces(String title, String text) {
    var pieces = new ArrayList<String>();
    pieces.add(title + "\n" + text);
    runs(text, PIECE).forEach(run -> pieces.add(title + ": " + run));
    return pieces;
  }

  /** A source in passages of whole sentences, about a hundred words each. */
  public static List<String> of(String text) {
    return words(text) <= PASSAGE ? List.of(text.strip()) : runs(text, PASSAGE);
  }

  /**
   * A turn with those before and after it, as one text: what is said together is found together.
   */
  public static String together(List<String> turns, int turn, int before, int after) {
    return String.join(
        " ", turns.subList(Math.max(0, turn - before), Math.min(turns.size(), turn + after + 1)));
  }

  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private static List<String> runs(String text, int atLeast) {
    var runs = new ArrayList<String>();
    var run = new StringBuilder();
    for (String sentence : SENTENCE.split(text)) {
      if (sentence.isBlank()) {
        continue;
      }
      run.append(run.isEmpty() ? "" : " ").append(sentence.strip());
      if (words(run.toString()) >= atLeast) {
        runs.add(run.toString());
        run.setLength(0);
      }
    }
    if (!run.isEmpty()) {
      runs.add(run.toString());
    }
    return runs;
  }
}

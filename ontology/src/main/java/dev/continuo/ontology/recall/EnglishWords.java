package dev.continuo.ontology.recall;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a text as they are counted and compared. */
final class EnglishWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s\\b");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** The stop words of Lucene's English analyser, which the store uses. */
  private static final Set<String> STOP =
      Set.of(
          "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with"
              .split(" "));

  /** Words that make a question and say nothing of what it is about. */
  private static final Set<String> ASKING =
      Set.copyOf(
          List.of(
              ("what who whom whose when where which why how did do does done was were is are had has have"
                      + " about say said tell me summarize discuss discussed discussion discussions think"
                      + " thought talk talked talking mention mentioned decide decided agree agreed opinion"
                      + " opinions according team group meeting please give show know known")
                  .split(" ")));

  private EnglishWords() {}

  /** Stems without stop words, in order, with repetitions. */
  static List<String> stems(String text) {
    var stems = new ArrayList<String>();
    for (String word : words(text)) {
      if (!STOP.contains(word)) {
        stems.add(PorterStemmer.stem(word));
      }
    }
    return stems;
  }

  /** What a question is about: its words without those that only ask, and without {@code names}. */
  static List<String> subject(String question, Collection<String> names) {
    Set<String> left =
        names.stream().flatMap(name -> words(name).stream()).collect(Collectors.toSet());
    return words(question).stream()
        .filter(w -> !STOP.contains(w) && !ASKING.contains(w) && !left.contains(w))
        .toList();
  }

  static List<String> stemmed(Collection<String> words) {
    return words.stream().map(PorterStemmer::stem).toList();
  }

  /** Small letters and digits, without accents and possessive endings. */
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var found = WORD.matcher(POSSESSIVE.matcher(folded(text)).replaceAll(""));
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }

  /** One line of words, for comparing names. */
  static String name(String text) {
    return String.join(" ", words(text));
  }

  /** Whether it is one of the words that make a question. */
  static boolean asks(String word) {
    return ASKING.contains(folded(word));
  }

  static boolean says(String word) {
    return !STOP.contains(word) && !ASKING.contains(word);
  }

  private static String folded(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.chars().allMatch(c -> c < 128)
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }
}

package dev.continuo.ontology.recall;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are written in running text. */
final class Names {

  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "dr", "prof", "am", "mp", "the", "sir", "herr", "frau");
  private static final Pattern CAPITALISED =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}\\p{N}'\u2019.-]*|\\d{4})(?:(?: (?:of|the|de|and|von|van|la|du|for|in))*"
              + " (?:\\p{Lu}[\\p{L}\\p{N}'\u2019.-]*|\\d+))*");
  private static final Set<String> OPENING =
      Set.of("the", "in", "a", "on", "it", "he", "she", "at");
  private static final int LONGEST = 6;

  private Names() {}

  /** Words of a name that can stand for it. */
  static Set<String> telling(String name) {
    var words = new HashSet<>(EnglishWords.words(name));
    words.removeAll(TITLES);
    return words;
  }

  /** What looks like a name because it is capitalised. */
  static Set<String> in(String text) {
    var names = new HashSet<String>();
    var found = CAPITALISED.matcher(text);
    while (found.find()) {
      var name = EnglishWords.name(found.group());
      int space = name.indexOf(' ');
      if (space > 0 && OPENING.contains(name.substring(0, space))) {
        name = name.substring(space + 1);
      }
      if (name.length() > 2 && !name.chars().allMatch(Character::isDigit)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Every run of up to six words, to be looked up as a name. */
  static Set<String> candidates(String text) {
    List<String> words = EnglishWords.words(text);
    var names = new HashSet<String>();
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j <= Math.min(words.size(), i + LONGEST); j++) {
        names.add(String.join(" ", words.subList(i, j)));
      }
    }
    return names;
  }
}

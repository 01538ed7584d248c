package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of a shelf's people as a question says them: whole, or in part. Many a part is also a word
 * ("the user requirements", "the project"): it counts as a name where it is capitalised, where the
 * question then asks what somebody said or did, or where the question has no capitals at all.
 */
final class People {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final Set<String> whole = new HashSet<>();
  private final Set<String> parts = new HashSet<>();

  void add(String name) {
    whole.add(EnglishWords.name(name));
    parts.addAll(Names.telling(name));
  }

  boolean isEmpty() {
    return whole.isEmpty();
  }

  /** In small letters; a part only where no whole name has it. */
  Set<String> in(String question) {
    var found = new HashSet<String>();
    var used = new HashSet<String>();
    for (String name : Names.candidates(question)) {
      if (name.indexOf(' ') > 0 && whole.contains(name)) {
        found.add(name);
        used.addAll(List.of(name.split(" ")));
      }
    }
    var words = words(question);
    boolean capitals = words.stream().anyMatch(People::capitalised);
    for (int i = 0; i < words.size(); i++) {
      String word = EnglishWords.name(words.get(i));
      boolean spoken =
          !capitals
              || capitalised(words.get(i))
              || i + 1 < words.size() && EnglishWords.asks(words.get(i + 1));
      if (spoken && parts.contains(word) && !used.contains(word)) {
        found.add(word);
      }
    }
    return found;
  }

  /** How much of a name was said, from 0 to 1. */
  static double share(String name, Set<String> said) {
    if (said.contains(EnglishWords.name(name))) {
      return 1;
    }
    var words = Names.telling(name);
    return words.isEmpty()
        ? 0
        : (double) words.stream().filter(said::contains).count() / words.size();
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var found = WORD.matcher(text.replaceAll("['\u2019]s\\b", ""));
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }

  private static boolean capitalised(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }
}

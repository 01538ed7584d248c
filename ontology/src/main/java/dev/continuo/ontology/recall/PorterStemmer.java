package dev.continuo.ontology.recall;

import java.util.List;

/**
 * Cuts an English word to its stem after M. F. Porter, "An algorithm for suffix stripping", Program
 * 14 (1980): what the store's <i>english</i> analyser does too, so that both count the same words.
 */
final class PorterStemmer {

  private record Rule(String suffix, String replacement) {}

  private static final List<Rule> STEP_2 =
      rules(
          "ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e"
              + " ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful"
              + " ousness>ous aliti>al iviti>ive biliti>ble logi>log");
  private static final List<Rule> STEP_3 =
      rules("icate>ic ative> alize>al iciti>ic ical>ic ful> ness>");
  private static final List<String> STEP_4 =
      List.of(
          "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
          "ive", "ize", "ion", "al", "er", "ic", "ou");

  private PorterStemmer() {}

  static String stem(String word) {
    if (word.length() <= 2) {
      return word;
    }
    String w = endings(plural(word));
    if (w.endsWith("y") && hasVowel(cut(w, 1))) {
      w = cut(w, 1) + "i";
    }
    return last(derived(replaced(replaced(w, STEP_2), STEP_3)));
  }

  private static String plural(String w) {
    if (w.endsWith("sses") || w.endsWith("ies")) {
      return cut(w, 2);
    }
    return w.endsWith("s") && !w.endsWith("ss") ? cut(w, 1) : w;
  }

  private static String endings(String w) {
    if (w.endsWith("eed")) {
      return measure(cut(w, 3)) > 0 ? cut(w, 1) : w;
    }
    for (String suffix : List.of("ed", "ing")) {
      if (w.endsWith(suffix) && hasVowel(cut(w, suffix.length()))) {
        return restored(cut(w, suffix.length()));
      }
    }
    return w;
  }

  private static String restored(String w) {
    if (w.endsWith("at") || w.endsWith("bl") || w.endsWith("iz")) {
      return w + "e";
    }
    if (doubled(w) && "lsz".indexOf(w.charAt(w.length() - 1)) < 0) {
      return cut(w, 1);
    }
    return measure(w) == 1 && shortEnd(w) ? w + "e" : w;
  }

  private static String replaced(String w, List<Rule> rules) {
    for (Rule rule : rules) {
      if (w.endsWith(rule.suffix())) {
        String stem = cut(w, rule.suffix().length());
        return measure(stem) > 0 ? stem + rule.replacement() : w;
      }
    }
    return w;
  }

  private static String derived(String w) {
    for (String suffix : STEP_4) {
      if (w.endsWith(suffix)) {
        String stem = cut(w, suffix.length());
        boolean fits = !suffix.equals("ion") || stem.endsWith("s") || stem.endsWith("t");
        return measure(stem) > 1 && fits ? stem : w;
      }
    }
    return w;
  }

  private static String last(String word) {
    String w = word;
    if (w.endsWith("e")) {
      String stem = cut(w, 1);
      if (measure(stem) > 1 || measure(stem) == 1 && !shortEnd(stem)) {
        w = stem;
      }
    }
    return measure(w) > 1 && doubled(w) && w.endsWith("l") ? cut(w, 1) : w;
  }

  private static boolean consonant(String w, int i) {
    return switch (w.charAt(i)) {
      case 'a', 'e', 'i', 'o', 'u' -> false;
      case 'y' -> i == 0 || !consonant(w, i - 1);
      default -> true;
    };
  }

  /** How many times a vowel is followed by a consonant. */
  private static int measure(String w) {
    int count = 0;
    boolean vowel = false;
    for (int i = 0; i < w.length(); i++) {
      boolean now = !consonant(w, i);
      if (vowel && !now) {
        count++;
      }
      vowel = now;
    }
    return count;
  }

  private static boolean hasVowel(String w) {
    for (int i = 0; i < w.length(); i++) {
      if (!consonant(w, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean doubled(String w) {
    int n = w.length();
    return n > 1 && w.charAt(n - 1) == w.charAt(n - 2) && consonant(w, n - 1);
  }

  /** Ends in consonant, vowel, consonant other than w, x, y. */
  private static boolean shortEnd(String w) {
    int n = w.length();
    return n > 2
        && consonant(w, n - 1)
        && !consonant(w, n - 2)
        && consonant(w, n - 3)
        && "wxy".indexOf(w.charAt(n - 1)) < 0;
  }

  private static String cut(String w, int letters) {
    return w.substring(0, w.length() - letters);
  }

  private static List<Rule> rules(String text) {
    return List.of(text.split(" ")).stream()
        .map(r -> new Rule(r.substring(0, r.indexOf('>')), r.substring(r.indexOf('>') + 1)))
        .toList();
  }
}

package dev.continuo.ontology.memory.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How alike two names are written: words without accents, legal forms and order, compared by Jaro
 * and Winkler (W. E. Winkler, 1990).
 */
final class Names {
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "gmbh",
          "ag",
          "ltd",
          "limited",
          "inc",
          "llc",
          "corp",
          "corporation",
          "co",
          "kg",
          "ohg",
          "ug",
          "ev",
          "sa",
          "sarl",
          "bv",
          "nv",
          "oy",
          "ab",
          "as",
          "srl",
          "spa",
          "plc",
          "the",
          "mr",
          "mrs",
          "ms",
          "dr",
          "prof",
          "herr",
          "frau");

  private Names() {}

  static double likeness(String a, String b) {
    var one = normal(a);
    var other = normal(b);
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    return one.equals(other) ? 1 : Math.min(0.998, jaroWinkler(one, other));
  }

  static String normal(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    var words =
        Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .sorted()
            .toList();
    var meaning = words.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
    return (meaning.isEmpty() ? words : meaning).stream().collect(Collectors.joining(" "));
  }

  private static double jaroWinkler(String a, String b) {
    double jaro = jaro(a, b);
    int prefix = 0;
    while (prefix < Math.min(4, Math.min(a.length(), b.length()))
        && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * 0.1 * (1 - jaro);
  }

  private static double jaro(String a, String b) {
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    var takenA = new boolean[a.length()];
    var takenB = new boolean[b.length()];
    int matches = 0;
    for (int i = 0; i < a.length(); i++) {
      for (int j = Math.max(0, i - reach); j < Math.min(b.length(), i + reach + 1); j++) {
        if (!takenB[j] && a.charAt(i) == b.charAt(j)) {
          takenA[i] = true;
          takenB[j] = true;
          matches++;
          break;
        }
      }
    }
    return matches == 0
        ? 0
        : (matches / (double) a.length()
                + matches / (double) b.length()
                + (matches - transposed(a, b, takenA, takenB) / 2.0) / matches)
            / 3;
  }

  private static int transposed(String a, String b, boolean[] takenA, boolean[] takenB) {
    int transposed = 0;
    int j = 0;
    for (int i = 0; i < a.length(); i++) {
      if (takenA[i]) {
        while (!takenB[j]) {
          j++;
        }
        if (a.charAt(i) != b.charAt(j)) {
          transposed++;
        }
        j++;
      }
    }
    return transposed;
  }
}

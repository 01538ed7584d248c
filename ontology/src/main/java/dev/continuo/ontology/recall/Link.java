package dev.continuo.ontology.recall;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two names that a text brings together, such as subject and object of a fact.
 *
 * @param one a name
 * @param other another; the same where the text only mentions it
 * @param textId the text that says so
 * @param vector of the fact as a sentence, where it has one: links close to the question seed the
 *     walk
 */
public record Link(String one, String other, String textId, float @Nullable [] vector) {

  /**
   * The names that a text mentions: its title, what is capitalised, and known names.
   *
   * @param known names to look for in any spelling of capitals; of at least four letters
   */
  public static List<Link> mentions(String textId, String title, String text, Set<String> known) {
    var names = new HashSet<>(Names.in(text));
    Names.candidates(text).stream()
        .filter(name -> name.length() > 3 && known.contains(name))
        .forEach(names::add);
    names.add(nameOf(title));
    return names.stream()
        .filter(name -> !name.isBlank())
        .map(name -> new Link(name, name, textId, null))
        .toList();
  }

  /** A title as a name: without what stands in brackets, in small letters. */
  public static String nameOf(String title) {
    return EnglishWords.name(title.replaceAll("\\(.*?\\)", " "));
  }
}

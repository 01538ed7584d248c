package dev.continuo.ontology.vocabulary;

import dev.continuo.ontology.vocabulary.jena.TurtleVocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The closed list of kinds and predicates that memory may use: whatever reaches the store as a
 * label or a relationship type comes from here. Immutable.
 */
public final class Vocabulary {

  private final String version;
  private final Map<String, String> prefixes;
  private final Map<String, EntityKind> kinds;
  private final Map<String, Predicate> predicates;

  /**
   * @param prefixes namespace by prefix
   */
  public Vocabulary(
      String version,
      Map<String, String> prefixes,
      Collection<EntityKind> kinds,
      Collection<Predicate> predicates) {
    this.version = version;
    this.prefixes = Map.copyOf(prefixes);
    this.kinds = byName(kinds, EntityKind::curie);
    this.predicates = byName(predicates, Predicate::curie);
  }

  /** The vocabulary that ships with the product. */
  public static Vocabulary shipped() {
    return TurtleVocabulary.shipped();
  }

  /** What changed from version to version of the shipped vocabulary, oldest first. */
  public static List<VocabularyChange> changes() {
    return TurtleVocabulary.changes();
  }

  /** Namespace by prefix, as the curies use them. */
  public Map<String, String> prefixes() {
    return prefixes;
  }

  /** Version of the terms, written on every fact. */
  public String version() {
    return version;
  }

  /** The kind with that curie. */
  public Optional<EntityKind> kind(String curie) {
    return Optional.ofNullable(kinds.get(curie));
  }

  /** The predicate with that curie. */
  public Optional<Predicate> predicate(String curie) {
    return Optional.ofNullable(predicates.get(curie));
  }

  /** All kinds, by curie. */
  public List<EntityKind> kinds() {
    return List.copyOf(kinds.values());
  }

  /** All predicates, by curie. */
  public List<Predicate> predicates() {
    return List.copyOf(predicates.values());
  }

  /** Curies of the predicates of which one value holds at a time. */
  public List<String> functional() {
    return predicates.values().stream()
        .filter(predicate -> predicate.slots() == SlotKind.FUNCTIONAL)
        .map(Predicate::curie)
        .toList();
  }

  private static <T> Map<String, T> byName(Collection<T> terms, Function<T, String> name) {
    return terms.stream()
        .sorted(java.util.Comparator.comparing(name))
        .collect(
            Collectors.toMap(
                name,
                term -> term,
                (a, b) -> {
                  throw new IllegalArgumentException(name.apply(a) + " is declared twice.");
                },
                java.util.LinkedHashMap::new));
  }
}

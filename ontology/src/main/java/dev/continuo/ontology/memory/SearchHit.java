package dev.continuo.ontology.memory;

/**
 * One line of a search result.
 *
 * @param id an entity id, a fact id or an episode key, by {@code type}
 * @param kind the entity's kind label, the fact's predicate label or the episode's kind
 * @param score higher is better, comparable within one result only
 */
public record SearchHit(
    Type type, String id, String kind, String label, String snippet, double score) {

  /** What was found. */
  public enum Type {
    ENTITY,
    FACT,
    EPISODE
  }
}

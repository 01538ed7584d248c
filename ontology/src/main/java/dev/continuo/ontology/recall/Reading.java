package dev.continuo.ontology.recall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a question was understood.
 *
 * @param mode the point of view
 * @param at its date, {@code null} for now
 * @param named the named question, if it is one
 * @param since the date of {@link Named#CHANGED_SINCE}
 * @param entities what is asked about, best match first
 * @param slots labels of the predicates that are asked for; empty when no slot is meant
 */
public record Reading(
    Mode mode,
    @Nullable Instant at,
    @Nullable Named named,
    @Nullable Instant since,
    List<Meant> entities,
    List<String> slots) {

  public Reading {
    entities = List.copyOf(entities);
    slots = List.copyOf(slots);
  }

  /**
   * An entity that the question names.
   *
   * @param said the words of the question that name it
   * @param sure whether a person or a house is named so that nothing else can be meant; “the
   *     retainer” may name a file or a clause, and may be just a word
   */
  public record Meant(String id, String label, String kind, String said, boolean sure) {}

  /** Whether somebody is named so that an answer is looked for with them only. */
  boolean sure() {
    return entities.stream().anyMatch(Meant::sure);
  }

  Reading with(List<Meant> meant) {
    return new Reading(mode, at, named, since, meant, slots);
  }

  /** With the predicates that were asked for. */
  public Reading asking(List<String> labels) {
    return new Reading(mode, at, named, since, entities, labels);
  }
}

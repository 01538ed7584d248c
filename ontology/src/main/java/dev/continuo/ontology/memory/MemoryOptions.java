package dev.continuo.ontology.memory;

import java.time.InstantSource;

/**
 * What memory is opened with.
 *
 * @param activities told about each read and write
 * @param likeness helps to find entities that may be the same
 * @param clock gives the recorded time
 */
public record MemoryOptions(Activities activities, NameLikeness likeness, InstantSource clock) {
  /** Tells nobody, compares letters, the system's clock. */
  public static MemoryOptions usual() {
    return new MemoryOptions(Activities.none(), NameLikeness.none(), InstantSource.system());
  }
}

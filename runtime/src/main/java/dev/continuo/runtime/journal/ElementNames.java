package dev.continuo.runtime.journal;

import java.util.Optional;

/**
 * Knows what the owner calls an element. Implemented by whoever keeps the flows; must answer from
 * memory, it is asked for every transition.
 */
public interface ElementNames {
  /**
   * The element's name in the diagram.
   *
   * @param processKey the engine's number of the deployed version
   * @param elementId the element's id, or the process id for the flow's own name
   */
  Optional<String> name(long processKey, String elementId);
}

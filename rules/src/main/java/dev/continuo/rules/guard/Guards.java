package dev.continuo.rules.guard;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The guards that come with the product. Safe to use from any thread. */
public interface Guards {

  /** Opens the guards on the engine found on the class path. */
  static Guards open() {
    return ServiceLoader.load(Guards.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No rule engine is on the class path."));
  }

  /** All guards, by title. */
  List<Guard> all();

  /**
   * Sets a guard on watch from the beginning.
   *
   * @param guardId one of {@link #all}
   * @param parameters values by parameter name; what is absent has its standard value
   * @throws IllegalArgumentException when there is no such guard or a value is out of its bounds
   */
  GuardWatch watch(String guardId, Map<String, Long> parameters);
}

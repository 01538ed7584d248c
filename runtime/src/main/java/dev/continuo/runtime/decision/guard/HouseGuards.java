package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.Firing;
import java.util.List;
import java.util.Map;

/** The guards of the house: switched and set by the owner, who never writes rules for them. */
public interface HouseGuards {
  /** All guards, by title. */
  List<WatchingGuard> all();

  /** One guard. */
  WatchingGuard guard(String id);

  /**
   * Switches a guard and sets its numbers; they count from the next event on.
   *
   * @throws IllegalArgumentException when there is no such guard, or a number is out of its bounds
   */
  WatchingGuard set(String id, boolean watching, Map<String, Long> parameters, String who);

  /** What guards said, newest first. */
  List<Firing> firings(int most);

  /** What one guard said, newest first. */
  List<Firing> firings(String guardId, int most);
}

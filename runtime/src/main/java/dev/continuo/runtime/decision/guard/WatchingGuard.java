package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.Guard;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A guard as it stands.
 *
 * @param parameters the numbers it works with
 * @param firings how often it spoke
 * @param last when it spoke last
 */
public record WatchingGuard(
    Guard guard,
    boolean watching,
    Map<String, Long> parameters,
    long firings,
    @Nullable Instant last) {
  public WatchingGuard {
    parameters = Map.copyOf(parameters);
  }
}

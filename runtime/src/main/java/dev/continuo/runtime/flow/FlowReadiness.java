package dev.continuo.runtime.flow;

import java.time.Duration;

/** Whether flows can run: the engine answers and holds every released flow. */
public interface FlowReadiness {
  /** True once the first upkeep after the start is through. */
  boolean ready();

  /** Waits for {@link #ready}; false when the time is over. */
  boolean await(Duration atMost) throws InterruptedException;
}

package dev.continuo.runtime.flow;

/** Whether flows can run: the engine answers and holds every released flow. */
public interface FlowReadiness {
  /** True once the first upkeep after the start is through. */
  boolean ready();
}

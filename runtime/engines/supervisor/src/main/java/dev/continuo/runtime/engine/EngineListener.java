package dev.continuo.runtime.engine;

/** Hears every change in the state of an engine; the start script prints progress from it. */
@FunctionalInterface
public interface EngineListener {

  /** Called on the thread that supervises this engine: answer quickly and throw nothing. */
  void changed(ProcessStatus status);
}

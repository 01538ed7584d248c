package dev.continuo.runtime.engine;

import java.nio.file.Path;

/**
 * An engine was started but does not answer a real request. It may come up later: it is tried
 * again.
 */
public final class EngineNotReady extends EngineProblem {

  EngineNotReady(EngineName engine, String why, Path log) {
    super(
        engine.title() + " is not ready.",
        why,
        "Its own words are in " + log + "; `./continuo doctor` checks the rest.");
  }

  @Override
  public String code() {
    return "engine-not-ready";
  }
}

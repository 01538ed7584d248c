package dev.continuo.runtime.engine;

/** The files of an engine are not there, so that it cannot be started at all. */
public final class EngineMissing extends EngineProblem {

  EngineMissing(EngineName engine, String why, String fix) {
    super(engine.title() + " cannot be started.", why, fix);
  }

  @Override
  public String code() {
    return "engine-missing";
  }
}

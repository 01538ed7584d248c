package dev.continuo.runtime.flow;

/**
 * Tells the keys of the present process engine from those of the ones before it.
 *
 * @param number 0 for the first engine of this database
 */
public record EngineEpoch(int number) {
  /** Makes a key of the engine one that no engine before it can have given. */
  public String distinct(String key) {
    return number == 0 ? key : "engine" + number + "-" + key;
  }
}

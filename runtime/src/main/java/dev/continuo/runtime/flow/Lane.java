package dev.continuo.runtime.flow;

import java.util.Locale;

/** Which worker capacity a step runs on. Job types carry the lane. */
public enum Lane {
  /** Sales promises, billing, compliance: fixed capacity of its own. */
  CRITICAL,
  /** Content, outreach, roll-ups: elastic, yields first when load or money is short. */
  BACKGROUND;

  /** The word inside a job type, for example {@code critical}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

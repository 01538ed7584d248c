package dev.continuo.runtime.effect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of a sending. */
public sealed interface SendResult {

  /** It is outside; {@code receipt} says where it can be found. */
  record Confirmed(String receipt, Map<String, Object> details) implements SendResult {
    public Confirmed {
      details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
  }

  /** It certainly did not leave. */
  record Failed(String what, String why, String fix, boolean mayRetry) implements SendResult {}

  /** It may or may not have left; only a person can find out. */
  record Unknown(String why) implements SendResult {}
}

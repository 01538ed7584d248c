package dev.continuo.runtime.effect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is to happen outside.
 *
 * @param channel which sender carries it out ({@code mail}, {@code calendar})
 * @param summary one line for the ledger and the card
 * @param content what is sent; the keys are the channel's, values are strings, numbers, booleans,
 *     lists and maps
 */
public record Intent(String channel, String summary, Map<String, Object> content) {
  public Intent {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }
}

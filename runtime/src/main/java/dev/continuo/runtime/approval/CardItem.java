package dev.continuo.runtime.approval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that would happen when the card is approved.
 *
 * @param channel how it would happen ({@code mail}, {@code calendar}); decides how it is shown
 * @param summary one line
 * @param content what can be read and, where the card allows it, edited
 */
public record CardItem(String channel, String summary, Map<String, Object> content) {
  public CardItem {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }
}

package dev.continuo.rules.guard;

import java.time.Instant;
import java.util.List;

/**
 * A guard says that it is too much.
 *
 * @param key names the firing for all time: the guard and the event that was one too many
 * @param sentence what it saw, in one sentence
 * @param because the events that led to it, oldest first
 */
public record Firing(
    String key,
    String guardId,
    String subject,
    Instant at,
    String sentence,
    List<GuardEvent> because) {
  public Firing {
    because = List.copyOf(because);
  }
}

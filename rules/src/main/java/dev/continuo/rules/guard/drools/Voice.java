package dev.continuo.rules.guard.drools;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.Guard;
import dev.continuo.rules.guard.GuardEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where rules say that it is too much. Public because compiled rules call it. */
public final class Voice {
  private final Guard guard;
  private final Map<String, Long> parameters;
  private final List<Firing> said = new ArrayList<>();

  Voice(Guard guard, Map<String, Long> parameters) {
    this.guard = guard;
    this.parameters = Map.copyOf(parameters);
  }

  /**
   * Says it once.
   *
   * @param subject whom the guard watched; what it inserts keeps the guard quiet about it
   * @param last the event that was one too many
   * @param because the events it counted
   */
  public Fired tell(String subject, Happening last, Collection<?> because) {
    var events =
        because.stream()
            .map(Happening.class::cast)
            .sorted(Comparator.comparingLong(Happening::getSequence))
            .map(Happening::event)
            .toList();
    said.add(
        new Firing(
            guard.id() + ":" + last.event().id(),
            guard.id(),
            last.event().subject(),
            Instant.ofEpochMilli(last.getMillis()),
            sentence(last.event(), events),
            events));
    return new Fired(subject, last.getMillis());
  }

  List<Firing> take() {
    var taken = List.copyOf(said);
    said.clear();
    return taken;
  }

  private String sentence(GuardEvent last, List<GuardEvent> events) {
    var words = guard.says();
    for (var parameter : parameters.entrySet()) {
      words = words.replace("{" + parameter.getKey() + "}", parameter.getValue().toString());
    }
    long runs = events.stream().map(GuardEvent::runKey).distinct().count();
    var sum =
        BigDecimal.valueOf(events.stream().mapToDouble(GuardEvent::amount).sum())
            .setScale(2, RoundingMode.HALF_UP);
    // last, because these two come from outside and may hold braces themselves
    return words
        .replace("{count}", String.valueOf(events.size()))
        .replace("{different}", String.valueOf(runs))
        .replace("{amount}", sum.toPlainString())
        .replace("{detail}", last.detail())
        .replace("{subject}", last.subject());
  }
}

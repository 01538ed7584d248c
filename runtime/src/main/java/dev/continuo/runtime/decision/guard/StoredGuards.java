package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.Guard;
import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.rules.guard.Guards;
import dev.continuo.runtime.decision.guard.GuardRows.Setting;
import dev.continuo.runtime.journal.Journal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link HouseGuards} and {@link GuardEvents} in PostgreSQL. */
final class StoredGuards implements HouseGuards, GuardEvents {
  private final Guards guards;
  private final GuardRows rows;
  private final GuardFeed feed;
  private final Supplier<@Nullable Journal> journal;

  StoredGuards(Guards guards, GuardRows rows, GuardFeed feed, Supplier<@Nullable Journal> journal) {
    this.guards = guards;
    this.rows = rows;
    this.feed = feed;
    this.journal = journal;
  }

  @Override
  public List<WatchingGuard> all() {
    var settings = rows.settings();
    return guards.all().stream().map(guard -> state(guard, settings)).toList();
  }

  @Override
  public WatchingGuard guard(String id) {
    return state(known(id), rows.settings());
  }

  @Override
  public WatchingGuard set(String id, boolean watching, Map<String, Long> parameters, String who) {
    known(id);
    guards.watch(id, parameters).close(); // refuses what is out of bounds
    rows.set(new Setting(id, watching, parameters), who);
    feed.soon();
    return guard(id);
  }

  @Override
  public List<Firing> firings(int most) {
    return rows.firings(null, most);
  }

  @Override
  public List<Firing> firings(String guardId, int most) {
    return rows.firings(known(guardId).id(), most);
  }

  @Override
  public void tell(List<GuardEvent> events) {
    events.forEach(rows::tell);
  }

  @Override
  public double total(String kind, Instant since, String except) {
    return rows.total(kind, since, except);
  }

  @Override
  public String subject(@Nullable Long runKey) {
    var known = journal.get();
    if (runKey == null || known == null) {
      return "the house";
    }
    var variables = known.variables(runKey, runKey);
    return address(variables, "mail", "fromAddress")
        .or(() -> address(variables, "invoice", "email"))
        .orElse("run " + runKey);
  }

  private static Optional<String> address(
      Map<String, Object> variables, String variable, String field) {
    return variables.get(variable) instanceof Map<?, ?> values
            && values.get(field) instanceof String address
        ? Optional.of(address)
        : Optional.empty();
  }

  private Guard known(String id) {
    return guards.all().stream()
        .filter(guard -> guard.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no guard '%s'. The guards are listed on the Rules page."
                        .formatted(id)));
  }

  private WatchingGuard state(Guard guard, List<Setting> settings) {
    var setting = settings.stream().filter(one -> one.guardId().equals(guard.id())).findFirst();
    var parameters = new LinkedHashMap<String, Long>();
    guard.parameters().forEach(one -> parameters.put(one.name(), one.standard()));
    setting.ifPresent(one -> parameters.putAll(one.parameters()));
    var said = rows.said(guard.id());
    return new WatchingGuard(
        guard,
        setting.map(Setting::watching).orElse(true),
        parameters,
        said.howOften(),
        said.last());
  }
}

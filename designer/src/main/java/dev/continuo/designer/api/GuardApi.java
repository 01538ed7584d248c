package dev.continuo.designer.api;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.decision.guard.HouseGuards;
import dev.continuo.runtime.decision.guard.WatchingGuard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Guards over time: read, switch, set, and tell them what happened elsewhere. */
@RestController
@RequestMapping("/api/v1/guards")
@Tag(name = "Guards")
class GuardApi {
  private final HouseGuards guards;
  private final GuardEvents events;

  GuardApi(HouseGuards guards, GuardEvents events) {
    this.guards = guards;
    this.events = events;
  }

  record Setting(boolean watching, Map<String, Long> parameters) {}

  /**
   * Something that happened outside.
   *
   * @param id unique for all time; the same id counts once
   * @param kind {@code money-spent}, {@code promise-broken}, {@code tool-called}, ...
   */
  record Happened(
      String id,
      String kind,
      String subject,
      @Nullable Instant at,
      @Nullable Long runKey,
      @Nullable String detail,
      @Nullable Double amount) {}

  @GetMapping
  @Operation(summary = "All guards with their settings and help")
  List<WatchingGuard> list() {
    return guards.all();
  }

  @PutMapping("/{id}")
  @Operation(summary = "Switch a guard and set its numbers")
  WatchingGuard set(@PathVariable String id, @RequestBody Setting setting, Principal who) {
    return guards.set(id, setting.watching(), setting.parameters(), who.getName());
  }

  @GetMapping("/firings")
  @Operation(summary = "What guards said, newest first, with the events that led to it")
  List<Firing> firings(@RequestParam(defaultValue = "100") int limit) {
    return guards.firings(Math.clamp(limit, 1, 1_000));
  }

  @PostMapping("/events")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Tell guards what happened")
  void tell(@RequestBody List<Happened> happened) {
    events.tell(
        happened.stream()
            .map(
                one ->
                    new GuardEvent(
                        "api-" + one.id(),
                        one.kind(),
                        one.subject(),
                        one.at() == null ? Instant.now() : one.at(),
                        one.runKey(),
                        one.detail() == null ? "" : one.detail(),
                        one.amount() == null ? 0 : one.amount()))
            .toList());
  }
}

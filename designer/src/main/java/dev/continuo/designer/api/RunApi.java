package dev.continuo.designer.api;

import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.effect.LedgerEntry;
import dev.continuo.runtime.flow.ProcessEngine;
import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.Run;
import dev.continuo.runtime.journal.RunFilter;
import dev.continuo.runtime.journal.RunPage;
import dev.continuo.runtime.journal.RunState;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs with their trace, and the effects ledger. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Runs")
class RunApi {
  private final Runs runs;
  private final Trace trace;
  private final Journal journal;
  private final Effects effects;
  private final ProcessEngine engine;

  RunApi(Runs runs, Trace trace, Journal journal, Effects effects, ProcessEngine engine) {
    this.runs = runs;
    this.trace = trace;
    this.journal = journal;
    this.effects = effects;
    this.engine = engine;
  }

  record RunDetail(
      Run run, Map<String, Object> variables, List<TraceLine> trace, List<LedgerEntry> effects) {}

  @GetMapping("/runs")
  @Operation(summary = "Runs, newest first; hand 'next' back as 'after' for the next page")
  RunPage list(
      @RequestParam(required = false) @Nullable String flow,
      @RequestParam(required = false) @Nullable RunState state,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    return runs.list(new RunFilter(flow, state, text), after, Math.clamp(limit, 1, 200));
  }

  @GetMapping("/runs/{runKey}")
  @Operation(summary = "One run with its variables, its causal list and its effects")
  RunDetail run(@PathVariable long runKey) {
    var run =
        runs.get(runKey)
            .orElseThrow(
                () ->
                    new Problems.NotThere(
                        "There is no run %d. It may have started a moment ago; GET /api/v1/runs lists those there are."
                            .formatted(runKey)));
    return new RunDetail(
        run, journal.variables(runKey, runKey), trace.of(runKey), effects.ofRun(runKey));
  }

  @PostMapping("/runs/{runKey}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Stop a run")
  void cancel(@PathVariable long runKey) {
    engine.cancel(runKey);
  }

  @GetMapping("/effects")
  @Operation(summary = "The effects ledger, newest first")
  List<LedgerEntry> ledger(@RequestParam(defaultValue = "100") int limit) {
    return effects.ledger(Math.clamp(limit, 1, 1_000));
  }
}

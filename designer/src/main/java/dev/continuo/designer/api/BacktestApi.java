package dev.continuo.designer.api;

import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.backtest.Backtest;
import dev.continuo.runtime.decision.backtest.Backtests;
import dev.continuo.runtime.decision.backtest.ChangedDecision;
import dev.continuo.runtime.decision.backtest.ChangedList;
import dev.continuo.runtime.decision.backtest.Shadow;
import dev.continuo.runtime.decision.backtest.Shadows;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a changed table would have done, and does beside the released one. */
@RestController
@RequestMapping("/api/v1/tables/{id}")
@Tag(name = "Rules")
class BacktestApi {
  private final Backtests backtests;
  private final Shadows shadows;
  private final DecisionTables tables;

  BacktestApi(Backtests backtests, Shadows shadows, DecisionTables tables) {
    this.backtests = backtests;
    this.shadows = shadows;
    this.tables = tables;
  }

  @PostMapping("/backtests")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ask a candidate what the table was asked in a period",
      description = "Without a body the candidate is the draft.")
  Backtest start(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestBody(required = false) @Nullable String candidate) {
    return backtests.start(
        id,
        candidate == null || candidate.isBlank() ? tables.draft(id).xml() : candidate,
        from == null ? Instant.now().minus(Duration.ofDays(30)) : from,
        to == null ? Instant.now() : to);
  }

  @GetMapping("/backtests/{backtest}")
  @Operation(summary = "A backtest as it stands, with its progress")
  Backtest backtest(@PathVariable String id, @PathVariable String backtest) {
    return backtests
        .backtest(backtest)
        .orElseThrow(() -> new Problems.NotThere("There is no backtest '%s'.".formatted(backtest)));
  }

  @DeleteMapping("/backtests/{backtest}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Cancel a backtest")
  void cancel(@PathVariable String id, @PathVariable String backtest) {
    backtests.cancel(backtest);
  }

  @GetMapping(path = "/backtests/{backtest}/changes.csv", produces = "text/csv")
  @Operation(summary = "What changed, as comma-separated text, safe to open in a spreadsheet")
  ResponseEntity<String> changes(@PathVariable String id, @PathVariable String backtest) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"backtest-" + id + ".csv\"")
        .body(ChangedList.csv(backtest(id, backtest).changes()));
  }

  @GetMapping(path = "/backtests/{backtest}/changes.xlsx", produces = TableFileApi.XLSX)
  @Operation(summary = "What changed, as a workbook")
  ResponseEntity<byte[]> workbook(@PathVariable String id, @PathVariable String backtest) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"backtest-" + id + ".xlsx\"")
        .body(ChangedList.xlsx(id, backtest(id, backtest).changes()));
  }

  @PostMapping("/shadows")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Ask a candidate beside the released table for some days",
      description = "Without a body the candidate is the draft.")
  Shadow shadow(
      @PathVariable String id,
      @RequestParam(defaultValue = "7") int days,
      @RequestBody(required = false) @Nullable String candidate,
      Principal who) {
    return shadows.start(
        id,
        candidate == null || candidate.isBlank() ? tables.draft(id).xml() : candidate,
        Duration.ofDays(Math.clamp(days, 1, 90)),
        who.getName());
  }

  @GetMapping("/shadows")
  @Operation(summary = "The candidates that were asked beside the table, newest first")
  List<Shadow> shadows(@PathVariable String id) {
    return shadows.of(id);
  }

  @GetMapping("/shadows/{shadow}/differences")
  @Operation(summary = "What differed, newest first")
  List<ChangedDecision> differences(@PathVariable String id, @PathVariable String shadow) {
    return shadows.differences(shadow, 1_000);
  }

  @DeleteMapping("/shadows/{shadow}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a shadow")
  void end(@PathVariable String id, @PathVariable String shadow, Principal who) {
    shadows.end(shadow, "Ended by " + who.getName() + ".");
  }
}

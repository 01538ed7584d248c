package dev.continuo.designer.api;

import dev.continuo.runtime.activity.Activity;
import dev.continuo.runtime.activity.ActivityLog;
import dev.continuo.runtime.activity.ActivitySums;
import dev.continuo.runtime.budget.Bill;
import dev.continuo.runtime.budget.Bills;
import dev.continuo.runtime.budget.Round;
import dev.continuo.runtime.budget.RoundFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What models cost and what memory took. Amounts are micro-euros. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Money")
class BudgetApi {
  private final Bills bills;
  private final ActivityLog activities;

  BudgetApi(Bills bills, ActivityLog activities) {
    this.bills = bills;
    this.activities = activities;
  }

  record Money(Bill bill, List<Bill.Standing> standing) {}

  record Plan(long euros) {}

  record Took(ActivitySums sums, int keptDays, List<Activity> activities) {}

  @GetMapping("/budget")
  @Operation(
      summary = "The bill of a month and how good work may be now",
      description = "In micro-euros; month as 2026-11, this month without it.")
  Money month(@RequestParam(required = false) @Nullable YearMonth month) {
    return new Money(bills.of(month == null ? bills.thisMonth() : month), bills.standing());
  }

  @PutMapping("/budget/plan")
  @Operation(summary = "Set the plan of a month in whole euros")
  Money plan(@RequestBody Plan plan, Principal who) {
    bills.plan(plan.euros(), who.getName());
    return month(null);
  }

  @GetMapping("/budget/rounds")
  @Operation(
      summary = "The rounds that a number is made of, newest first",
      description = "An empty client or flow means rounds about nobody or outside of runs.")
  List<Round> rounds(
      @RequestParam(required = false) @Nullable YearMonth month,
      @RequestParam(required = false) @Nullable Long run,
      @RequestParam(required = false) @Nullable String client,
      @RequestParam(required = false) @Nullable String flow,
      @RequestParam(required = false) @Nullable String tier,
      @RequestParam(required = false) @Nullable String model,
      @RequestParam(defaultValue = "100") int limit) {
    return bills.rounds(
        new RoundFilter(month, run, client, flow, tier, model), Math.clamp(limit, 1, 1_000));
  }

  @GetMapping("/activities")
  @Operation(
      summary = "What memory did for a run or about an entity, with the sums",
      description = "Name run or entity; a moment behind.")
  Took took(
      @RequestParam(required = false) @Nullable Long run,
      @RequestParam(required = false) @Nullable String entity,
      @RequestParam(defaultValue = "200") int limit) {
    int most = Math.clamp(limit, 1, 1_000);
    if (run != null) {
      return new Took(activities.sumOfRun(run), activities.keptDays(), activities.ofRun(run, most));
    }
    if (entity != null) {
      return new Took(
          activities.sumOfClient(entity), activities.keptDays(), activities.ofClient(entity, most));
    }
    throw new Problems.Unfit("Name a run or an entity: ?run=NUMBER or ?entity=ID.");
  }
}

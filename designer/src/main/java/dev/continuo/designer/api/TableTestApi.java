package dev.continuo.designer.api;

import dev.continuo.rules.trial.TableTest;
import dev.continuo.rules.trial.TestImport;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.kept.KeptReport;
import dev.continuo.runtime.decision.kept.KeptTest;
import dev.continuo.runtime.decision.kept.KeptTests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tests that are kept beside a table. */
@RestController
@RequestMapping("/api/v1/tables/{id}/tests")
@Tag(name = "Rules")
class TableTestApi {
  private final KeptTests tests;
  private final DecisionTables tables;

  TableTestApi(KeptTests tests, DecisionTables tables) {
    this.tests = tests;
    this.tables = tables;
  }

  /**
   * A test.
   *
   * @param decisionId absent for the main decision
   */
  record Test(
      String name,
      @Nullable String decisionId,
      Map<String, @Nullable Object> given,
      Map<String, @Nullable Object> expect) {}

  @GetMapping
  @Operation(summary = "The tests of a table")
  List<KeptTest> list(@PathVariable String id) {
    tables.table(id);
    return tests.of(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Keep a test")
  KeptTest keep(@PathVariable String id, @RequestBody Test test, Principal who) {
    return tests.keep(
        id,
        new TableTest(
            test.name(),
            test.decisionId() == null ? "" : test.decisionId(),
            test.given(),
            test.expect()),
        who.getName());
  }

  @PostMapping("/recorded")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Keep a recorded answer as a test")
  KeptTest recorded(
      @PathVariable String id,
      @RequestParam long evaluation,
      @RequestParam(defaultValue = "As it was answered") String name,
      Principal who) {
    return tests.keepRecorded(id, evaluation, name, who.getName());
  }

  @DeleteMapping("/{test}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Throw a test away")
  void drop(@PathVariable String id, @PathVariable long test) {
    tests.drop(id, test);
  }

  @PostMapping("/run")
  @Operation(summary = "Ask the draft all tests; tells which rows they reach")
  KeptReport run(@PathVariable String id) {
    return tests.run(id, tables.draft(id).xml());
  }

  @GetMapping(path = "/csv", produces = "text/csv")
  @Operation(summary = "The tests as comma-separated text, safe to open in a spreadsheet")
  String csv(@PathVariable String id) {
    tables.table(id);
    return tests.csv(id);
  }

  @PostMapping(path = "/csv", consumes = "text/csv")
  @Operation(summary = "Keep the tests of a comma-separated text")
  TestImport takeCsv(@PathVariable String id, @RequestBody String csv, Principal who) {
    return tests.takeCsv(id, csv, who.getName());
  }
}

package dev.continuo.designer.api;

import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.DecisionResult;
import dev.continuo.runtime.decision.DecisionTable;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.RecordedDecision;
import dev.continuo.runtime.decision.TableDraft;
import dev.continuo.runtime.decision.TableVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decision tables: read, edit, release, ask. */
@RestController
@RequestMapping("/api/v1/tables")
@Tag(name = "Rules")
class TableApi {
  private final DecisionTables tables;
  private final Decisions decisions;

  TableApi(DecisionTables tables, Decisions decisions) {
    this.tables = tables;
    this.decisions = decisions;
  }

  @GetMapping
  @Operation(summary = "All tables")
  List<DecisionTable> list() {
    return tables.list();
  }

  @GetMapping("/{id}/draft")
  @Operation(summary = "The draft with all that is to be said about it")
  TableDraft draft(@PathVariable String id) {
    return tables.draft(id);
  }

  @PutMapping(path = "/{id}/draft", consumes = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "Save a draft; findings do not stop it")
  TableDraft save(@PathVariable String id, @RequestParam int revision, @RequestBody String xml) {
    return tables.saveDraft(id, xml, revision);
  }

  @PostMapping(path = "/{id}", consumes = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "Take a DMN file in as a new table's draft")
  TableDraft create(@PathVariable String id, @RequestBody String xml, Principal who) {
    return tables.create(id, xml, who.getName());
  }

  @PostMapping("/{id}/release")
  @Operation(summary = "Release the draft; it answers from the next question on")
  TableVersion release(
      @PathVariable String id, @RequestParam(defaultValue = "") String why, Principal who) {
    return tables.release(id, who.getName(), why);
  }

  @GetMapping("/{id}/versions")
  @Operation(summary = "The released versions, newest first")
  List<TableVersion> versions(@PathVariable String id) {
    return tables.versions(id);
  }

  @PostMapping("/{id}/evaluate")
  @Operation(summary = "Ask the newest release; the answer is recorded")
  DecisionResult evaluate(@PathVariable String id, @RequestBody Map<String, Object> inputs) {
    return decisions.evaluate(DecisionRequest.of(id, inputs));
  }

  @GetMapping("/{id}/evaluations")
  @Operation(summary = "The newest recorded answers")
  List<RecordedDecision> evaluations(
      @PathVariable String id, @RequestParam(defaultValue = "50") int limit) {
    return decisions.latest(id, Math.clamp(limit, 1, 1_000));
  }
}

package dev.continuo.designer.api;

import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.DecisionResult;
import dev.continuo.runtime.decision.DecisionTable;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.FlowPins;
import dev.continuo.runtime.decision.RecordedDecision;
import dev.continuo.runtime.decision.TableDraft;
import dev.continuo.runtime.decision.TableUse;
import dev.continuo.runtime.decision.TableVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  private final FlowPins pins;

  TableApi(DecisionTables tables, Decisions decisions, FlowPins pins) {
    this.tables = tables;
    this.decisions = decisions;
    this.pins = pins;
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
  @Operation(
      summary = "Release the draft; it answers from the next question on",
      description =
          "Red kept tests stop a release unless despite says why they do not count. With apply, the flows that ask the table take the new version from their next run on; runs that began before keep theirs.")
  TableVersion release(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String despite,
      @RequestParam(defaultValue = "true") boolean apply,
      Principal who) {
    var version = tables.release(id, who.getName(), why, despite);
    if (apply) {
      apply(id, who);
    }
    return version;
  }

  @PostMapping("/{id}/roll-back")
  @Operation(summary = "Bring an older version back as the newest one, under a new number")
  TableVersion rollBack(
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "true") boolean apply,
      Principal who) {
    var back = tables.rollBack(id, version, who.getName(), why);
    if (apply) {
      apply(id, who);
    }
    return back;
  }

  @PostMapping("/{id}/retire")
  @Operation(summary = "Take a table out of service; runs that began with it keep it")
  DecisionTable retire(
      @PathVariable String id, @RequestParam(defaultValue = "") String why, Principal who) {
    tables.retire(id, who.getName(), why);
    return tables.table(id);
  }

  @GetMapping("/{id}/flows")
  @Operation(summary = "The released flows that ask it, and the version their next run asks")
  List<FlowPins.Asker> flows(@PathVariable String id) {
    tables.table(id);
    return pins.askers(id);
  }

  @PostMapping("/{id}/flows")
  @Operation(summary = "Give the newest release to the next runs of all flows that ask it")
  List<FlowPins.Asker> apply(@PathVariable String id, Principal who) {
    tables.table(id);
    pins.apply(id, pins.askers(id).stream().map(FlowPins.Asker::flowId).toList(), who.getName());
    return pins.askers(id);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One table")
  DecisionTable table(@PathVariable String id) {
    return tables.table(id);
  }

  @GetMapping(path = "/{id}/dmn", produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "The DMN of a version; without one that of the newest release")
  String dmn(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version) {
    return version == null
        ? tables.released(id).xml()
        : tables.versions(id).stream()
            .filter(one -> one.version() == version)
            .findFirst()
            .orElseThrow(
                () ->
                    new Problems.NotThere(
                        "The table '%s' has no version %d.".formatted(id, version)))
            .xml();
  }

  @GetMapping("/{id}/use")
  @Operation(summary = "How often it was asked, and how often and when each row hit")
  TableUse use(@PathVariable String id) {
    tables.table(id);
    return decisions.use(id);
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

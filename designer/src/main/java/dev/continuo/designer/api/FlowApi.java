package dev.continuo.designer.api;

import dev.continuo.runtime.flow.Finding;
import dev.continuo.runtime.flow.Flow;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.flow.RefusedStart;
import dev.continuo.runtime.flow.StartRequest;
import dev.continuo.runtime.flow.Started;
import dev.continuo.runtime.flow.Starts;
import dev.continuo.runtime.flow.StepCatalogue;
import dev.continuo.runtime.flow.StepDescriptor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Flows: read, edit, release, start. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Flows")
class FlowApi {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private final Flows flows;
  private final Starts starts;
  private final StepCatalogue catalogue;
  private final Results results;

  FlowApi(Flows flows, Starts starts, StepCatalogue catalogue, Results results) {
    this.flows = flows;
    this.starts = starts;
    this.catalogue = catalogue;
    this.results = results;
  }

  record FlowLine(
      String id,
      String title,
      boolean shipped,
      int releasedVersion,
      boolean hasDraft,
      int draftRevision) {
    FlowLine(Flow flow) {
      this(
          flow.id(),
          flow.title(),
          flow.shipped(),
          flow.released() ? flow.versions().getFirst().version() : 0,
          flow.hasDraft(),
          flow.draftRevision());
    }
  }

  record Release(
      int version, String contentHash, Instant releasedAt, String releasedBy, String why) {
    Release(Flow.Version version) {
      this(
          version.version(),
          version.contentHash(),
          version.releasedAt(),
          version.releasedBy(),
          version.why());
    }
  }

  record Saved(String id, int draftRevision, List<Finding> findings) {}

  record Run(String triggerKey, boolean first, @Nullable Long runKey, @Nullable Result result) {}

  @GetMapping("/flows")
  @Operation(summary = "All flows")
  List<FlowLine> list() {
    return flows.list().stream().map(FlowLine::new).toList();
  }

  @GetMapping("/steps")
  @Operation(summary = "The step catalogue")
  List<StepDescriptor> steps() {
    return catalogue.steps();
  }

  @GetMapping(path = "/flows/{id}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "The BPMN of the newest release, or of the draft")
  String bpmn(@PathVariable String id, @RequestParam(defaultValue = "false") boolean draft) {
    var flow = flows.flow(id);
    return draft || !flow.released() ? flow.newestXml() : flow.versions().getFirst().xml();
  }

  @GetMapping("/flows/{id}/versions")
  @Operation(summary = "The released versions, newest first")
  List<Release> versions(@PathVariable String id) {
    return flows.flow(id).versions().stream().map(Release::new).toList();
  }

  @PostMapping(path = "/flows", consumes = MediaType.APPLICATION_XML_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Take a BPMN file in as a new flow's draft")
  FlowLine create(@RequestBody String xml, Principal who) {
    return new FlowLine(flows.create(xml, who.getName()));
  }

  @PutMapping(path = "/flows/{id}/draft", consumes = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "Save a draft; findings do not stop it")
  Saved save(
      @PathVariable String id, @RequestParam int revision, @RequestBody String xml, Principal who) {
    int saved = flows.saveDraft(id, xml, revision, who.getName());
    return new Saved(id, saved, flows.check(xml));
  }

  @PostMapping("/flows/{id}/release")
  @Operation(summary = "Release the draft: checked, deployed, immutable")
  Release release(
      @PathVariable String id, @RequestParam(defaultValue = "") String why, Principal who) {
    return new Release(flows.release(id, who.getName(), why));
  }

  @GetMapping("/starts/refused")
  @Operation(
      summary = "Starts that the engine refused when nobody waited for the answer",
      description = "They are kept and tried again every two minutes, until a release takes them.")
  List<RefusedStart> refusedStarts() {
    return starts.refused();
  }

  @PostMapping("/flows/{id}/runs")
  @Operation(
      summary = "Start a released flow",
      description =
          "The same Idempotency-Key starts one run for all time. With wait (seconds, at most 60) the answer carries the result once the run has ended.")
  ResponseEntity<Run> start(
      @PathVariable String id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "0") int wait,
      @RequestBody(required = false) @Nullable Map<String, Object> variables,
      Principal who)
      throws InterruptedException {
    if (key != null && (key.isBlank() || key.length() > 200)) {
      throw new Problems.Unfit("An Idempotency-Key has 1 to 200 characters.");
    }
    Started started =
        starts.start(
            new StartRequest(
                "api:" + id + ":" + (key == null ? UUID.randomUUID().toString() : key),
                id,
                variables == null ? Map.of() : variables,
                "API (" + who.getName() + ")"));
    Duration patience = Duration.ofSeconds(Math.clamp(wait, 0, LONGEST_WAIT.toSeconds()));
    Result result = patience.isZero() ? null : results.await(started, patience);
    Long run = result == null ? started.runKey() : Long.valueOf(result.runKey());
    return ResponseEntity.status(
            result != null && result.ended() ? HttpStatus.OK : HttpStatus.ACCEPTED)
        .body(new Run(started.triggerKey(), started.first(), run, result));
  }
}

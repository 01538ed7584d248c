package dev.continuo.designer.api;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Browsing;
import dev.continuo.ontology.memory.Change;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.SourceLine;
import dev.continuo.ontology.memory.Thing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What belongs to one client, in pieces. {@code id} is an entity's id or one of its keys, {@code q}
 * leaves only lines with these words.
 */
@RestController
@RequestMapping("/api/v1/memory")
@Tag(name = "Memory: clients")
class ClientApi {
  private static final String SKIP = "0";
  private static final String LIMIT = "50";
  private static final int MOST = 1_000;

  private final Memory memory;

  ClientApi(Memory memory) {
    this.memory = memory;
  }

  @GetMapping("/things")
  @Operation(
      summary = "Things of a kind, by name",
      description = "kind is a term such as schema:Person or vf:Agreement; q narrows them.")
  List<SearchHit> things(
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = SKIP) int skip,
      @RequestParam(defaultValue = LIMIT) int limit) {
    return browse().things(kind, q, slice(skip, limit));
  }

  @GetMapping("/facts")
  @Operation(summary = "What is said of it by one predicate, the newest first")
  List<Fact> facts(
      @RequestParam String id,
      @RequestParam String predicate,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = SKIP) int skip,
      @RequestParam(defaultValue = LIMIT) int limit) {
    return browse().facts(known(id), predicate, AsOf.now(), q, slice(skip, limit));
  }

  @GetMapping("/promises")
  @Operation(summary = "Promises both ways; the open ones by due date, then the others")
  List<Thing> promises(
      @RequestParam String id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = SKIP) int skip,
      @RequestParam(defaultValue = LIMIT) int limit) {
    return browse().promises(known(id), AsOf.now(), q, slice(skip, limit));
  }

  @GetMapping("/agreements")
  @Operation(summary = "Contracts with their clauses and milestones")
  List<Thing> agreements(
      @RequestParam String id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = SKIP) int skip,
      @RequestParam(defaultValue = LIMIT) int limit) {
    return browse().agreements(known(id), AsOf.now(), q, slice(skip, limit));
  }

  @GetMapping("/sources")
  @Operation(
      summary = "Where it was spoken of, the latest first",
      description = "documents=true leaves only what is stored as a document.")
  List<SourceLine> sources(
      @RequestParam String id,
      @RequestParam(defaultValue = "false") boolean documents,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = SKIP) int skip,
      @RequestParam(defaultValue = LIMIT) int limit) {
    return browse().sources(known(id), documents, AsOf.now(), q, slice(skip, limit));
  }

  @GetMapping("/changes")
  @Operation(summary = "What was learned about it or fell since a moment, the latest first")
  List<Change> changes(
      @RequestParam String id,
      @RequestParam Instant since,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = SKIP) int skip,
      @RequestParam(defaultValue = LIMIT) int limit) {
    return browse().changes(known(id), since, q, slice(skip, limit));
  }

  private Browsing browse() {
    return memory.browse();
  }

  private static Slice slice(int skip, int limit) {
    return new Slice(skip, Math.clamp(limit, 1, MOST));
  }

  private String known(String idOrKey) {
    return memory
        .entity(idOrKey)
        .orElseThrow(
            () -> new Problems.NotThere("Memory knows nobody called '%s'.".formatted(idOrKey)))
        .id();
  }
}

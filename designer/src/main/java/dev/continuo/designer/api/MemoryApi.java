package dev.continuo.designer.api;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactDetail;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryGraph;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Memory as it reads. Entities are named by id or by one of their keys, as a parameter. */
@RestController
@RequestMapping("/api/v1/memory")
@Tag(name = "Memory")
class MemoryApi {
  private final Memory memory;

  MemoryApi(Memory memory) {
    this.memory = memory;
  }

  record Known(Entity entity, List<Fact> facts, List<Fact> references) {}

  @GetMapping("/search")
  @Operation(summary = "Entities, facts and episodes by their words")
  List<SearchHit> search(
      @RequestParam String q,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "20") int limit) {
    return memory.browse().search(q, null, new Slice(skip, Math.clamp(limit, 1, 200)));
  }

  @GetMapping("/entity")
  @Operation(
      summary = "An entity with its facts",
      description =
          "id is an entity's id or key (mailto:…). validAt asks what held then by what is known now, believedAt what was believed then; both together what was believed at the one to hold at the other.")
  Known entity(
      @RequestParam String id,
      @RequestParam(required = false) @Nullable Instant validAt,
      @RequestParam(required = false) @Nullable Instant believedAt) {
    Entity entity =
        memory
            .entity(id)
            .orElseThrow(
                () -> new Problems.NotThere("Memory knows nobody called '%s'.".formatted(id)));
    AsOf asOf = asOf(validAt, believedAt);
    return new Known(
        entity, memory.facts(entity.id(), asOf), memory.references(entity.id(), null, asOf));
  }

  @GetMapping("/fact")
  @Operation(
      summary = "A fact with its sentence and source",
      description = "rows says how many its place ever had; /fact/history reads them.")
  FactDetail fact(@RequestParam String id) {
    return memory
        .fact(id)
        .orElseThrow(() -> new Problems.NotThere("There is no fact '%s'.".formatted(id)));
  }

  @GetMapping("/fact/history")
  @Operation(
      summary = "Every row that the place of a fact ever had, the oldest recorded first",
      description = "q leaves only rows with these words.")
  List<Fact> history(
      @RequestParam String id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "50") int limit) {
    var rows = memory.browse().history(id, q, new Slice(skip, Math.clamp(limit, 1, 1_000)));
    return rows.isEmpty() ? ofKnown(id) : rows;
  }

  private List<Fact> ofKnown(String factId) {
    fact(factId);
    return List.of();
  }

  @GetMapping("/latest")
  @Operation(summary = "The facts that were accepted last")
  List<Fact> latest(
      @RequestParam(defaultValue = "0") int skip, @RequestParam(defaultValue = "50") int limit) {
    return memory.browse().latest(new Slice(skip, Math.clamp(limit, 1, 500)));
  }

  @GetMapping("/graph")
  @Operation(
      summary = "What surrounds an entity, or what a source produced",
      description =
          "id is an entity's id or a source's key; depth 0 to 4; validAt and believedAt as for an entity.")
  MemoryGraph graph(
      @RequestParam String id,
      @RequestParam(defaultValue = "2") int depth,
      @RequestParam(defaultValue = "60") int limit,
      @RequestParam(required = false) @Nullable Instant validAt,
      @RequestParam(required = false) @Nullable Instant believedAt) {
    return memory.graph(
        id, Math.clamp(depth, 0, 4), Math.clamp(limit, 1, 5_000), asOf(validAt, believedAt));
  }

  /** How many edges there are now. */
  record Rebuilt(int edges) {}

  @PostMapping("/edges/rebuild")
  @Operation(
      summary = "Throw the derived edges away and write them again from the facts",
      description = "Writes may go on meanwhile; nothing else changes.")
  Rebuilt rebuild() {
    return new Rebuilt(memory.rebuildEdges());
  }

  private static AsOf asOf(@Nullable Instant validAt, @Nullable Instant believedAt) {
    return validAt == null && believedAt != null
        ? AsOf.believedAt(believedAt)
        : new AsOf(validAt, believedAt);
  }
}

package dev.continuo.designer.api;

import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.ErasurePreview;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.erasure.Erasure;
import dev.continuo.runtime.erasure.ErasureReach;
import dev.continuo.runtime.erasure.ErasureRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a client out of everything that Continuo keeps. */
@RestController
@RequestMapping("/api/v1/memory/erasures")
@Tag(name = "Memory: erasure")
class ErasureApi {
  private final Erasure erasure;
  private final Memory memory;

  ErasureApi(Erasure erasure, Memory memory) {
    this.erasure = erasure;
    this.memory = memory;
  }

  /**
   * What an erasure would take.
   *
   * @param logDays after so many days the engines' own logs hold nothing of it
   */
  record Extent(ErasurePreview memory, ErasureReach elsewhere, int logDays) {}

  /**
   * A request to erase.
   *
   * @param ids entity ids or keys such as {@code mailto:}
   * @param name of the first of them, as a confirmation
   * @param why stays on the proof, so it names nobody
   */
  record Request(List<String> ids, String name, String why) {}

  @GetMapping
  @Operation(summary = "The proofs, newest first; they name nobody")
  List<ErasureRecord> records(@RequestParam(defaultValue = "100") int limit) {
    return erasure.records(Math.clamp(limit, 1, 1_000));
  }

  @GetMapping("/{key}")
  @Operation(summary = "One proof; doneAt is missing while it is under way")
  ErasureRecord record(@PathVariable String key) {
    return erasure
        .record(key)
        .orElseThrow(
            () -> new Problems.NotThere("There is no erasure of the key '%s'.".formatted(key)));
  }

  @GetMapping("/preview")
  @Operation(
      summary = "What would go, and what hangs on it elsewhere; changes nothing",
      description = "memory.people are those who work for a named organisation and are not named.")
  Extent preview(@RequestParam List<String> id) {
    Set<String> ids = ids(id);
    return new Extent(erasure.preview(ids), erasure.reach(ids), erasure.logDays());
  }

  @PostMapping
  @Operation(
      summary = "Erase for good",
      description =
          "name must be what the first one is called. Answers when nothing answers with it any more; with the same Idempotency-Key it happens once.")
  ErasureRecord erase(
      @RequestBody Request request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String given,
      Principal who) {
    String key = "erase:" + (given == null || given.isBlank() ? UUID.randomUUID() : given);
    var before = erasure.record(key);
    if (before.isPresent()) {
      return before.get().isDone() ? before.get() : erasure.erase(key, Set.of(), who.getName(), "");
    }
    require(request);
    Set<String> ids = ids(request.ids());
    requireNameless(request.why(), erasure.preview(ids));
    return erasure.erase(key, ids, who.getName(), request.why().strip());
  }

  private void require(Request request) {
    if (request.ids() == null || request.ids().isEmpty()) {
      throw new Problems.Unfit("Nobody is named: send 'ids'.");
    }
    if (request.why() == null || request.why().isBlank()) {
      throw new Problems.Unfit("No reason is given: send 'why' without a name in it.");
    }
    String called = known(request.ids().getFirst()).label();
    if (request.name() == null || !request.name().strip().equalsIgnoreCase(called.strip())) {
      throw new Problems.Unfit(
          "Nothing was erased: 'name' is not what the first of the ids is called. Look at the preview, then send its name.");
    }
  }

  private static void requireNameless(String why, ErasurePreview preview) {
    String words = why.toLowerCase(Locale.ROOT);
    if (preview.names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.length() > 2 && words.contains(name))) {
      throw new Problems.Unfit(
          "Nothing was erased: 'why' names the client, and it stays on the proof. Send it without the name.");
    }
  }

  private Set<String> ids(List<String> named) {
    Set<String> ids = new LinkedHashSet<>();
    named.forEach(one -> ids.add(known(one).id()));
    return ids;
  }

  private Entity known(String idOrKey) {
    return memory
        .entity(idOrKey)
        .orElseThrow(
            () -> new Problems.NotThere("Memory knows nobody called '%s'.".formatted(idOrKey)));
  }
}

package dev.continuo.designer.api;

import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.ontology.memory.Waits;
import dev.continuo.ontology.memory.WithheldFact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
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

/** What memory leaves to a person. An {@code Idempotency-Key} makes a decision happen once. */
@RestController
@RequestMapping("/api/v1/memory")
@Tag(name = "Memory: decisions")
class ReviewApi {
  private static final String KEY = "Idempotency-Key";

  private final Memory memory;

  ReviewApi(Memory memory) {
    this.memory = memory;
  }

  /**
   * An answer.
   *
   * @param why for the record
   * @param validFrom since when it holds, where the source was unclear
   */
  record Answer(@Nullable String why, @Nullable Instant validFrom) {
    String reason() {
      return why == null ? "" : why.strip();
    }
  }

  @GetMapping("/waiting")
  @Operation(summary = "How much waits for a decision")
  Waits waiting() {
    return memory.browse().waiting();
  }

  @GetMapping("/reviews")
  @Operation(
      summary = "Proposals that did not become facts, newest first",
      description =
          "status is REVIEW (waits), REJECTED (broke a rule; message has the shape's words), ACCEPTED or"
              + " DISMISSED (with who and why). conflictingFactId names what is known instead.")
  List<WithheldFact> reviews(
      @RequestParam(defaultValue = "REVIEW") WithheldFact.Status status,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "100") int limit) {
    return memory.browse().withheld(status, q, new Slice(skip, Math.clamp(limit, 1, 1_000)));
  }

  @PostMapping("/reviews/{id}/accept")
  @Operation(summary = "Make a fact of it; it counts as your word")
  Remembered accept(
      @PathVariable String id,
      @RequestBody Answer answer,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      Principal who) {
    return memory
        .reviews()
        .accept(once("accept", key), id, answer.validFrom(), who.getName(), answer.reason());
  }

  @PostMapping("/reviews/{id}/decline")
  @Operation(summary = "Put it away; it stays readable with who and why")
  WithheldFact decline(
      @PathVariable String id,
      @RequestBody Answer answer,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      Principal who) {
    return memory.reviews().dismiss(once("decline", key), id, who.getName(), answer.reason());
  }

  @PostMapping("/reviews/{id}/take-back")
  @Operation(
      summary = "Take a decision back; needs a why",
      description =
          "What the decision replaced holds again, and the item waits. Refused where something newer was learned since.")
  WithheldFact takeBack(
      @PathVariable String id,
      @RequestBody Answer answer,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      Principal who) {
    return memory.reviews().takeBack(once("take-back", key), id, who.getName(), answer.reason());
  }

  @GetMapping("/shaky")
  @Operation(summary = "Believed facts that were derived from something that fell")
  List<Fact> shaky(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "100") int limit) {
    return memory.browse().shaky(q, new Slice(skip, Math.clamp(limit, 1, 1_000)));
  }

  @PostMapping("/shaky/{factId}/keep")
  @Operation(summary = "It still holds: take the mark off")
  Fact keep(@PathVariable String factId, @RequestBody Answer answer, Principal who) {
    return memory.reviews().keep(factId, who.getName(), answer.reason());
  }

  private static String once(String deed, @Nullable String key) {
    return deed + ":" + (key == null || key.isBlank() ? UUID.randomUUID().toString() : key);
  }
}

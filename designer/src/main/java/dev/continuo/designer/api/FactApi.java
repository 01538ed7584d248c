package dev.continuo.designer.api;

import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.Remembered;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's word about one fact; the old row stays in its history. */
@RestController
@RequestMapping("/api/v1/memory/facts/{id}")
@Tag(name = "Memory: decisions")
class FactApi {
  private final Memory memory;

  FactApi(Memory memory) {
    this.memory = memory;
  }

  /**
   * @param value as facts show it: text, number, "1200 EUR", 2026-05-14, yes
   * @param why becomes the source of the change
   */
  record Correction(String value, String why) {}

  record Reason(String why) {}

  @PostMapping("/correct")
  @Operation(summary = "Replace a misread value over the fact's own time")
  Remembered correct(
      @PathVariable String id,
      @RequestBody Correction correction,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String given,
      Principal who) {
    var fact =
        memory
            .fact(id)
            .orElseThrow(() -> new Problems.NotThere("There is no fact '%s'.".formatted(id)))
            .fact();
    var value = FactValue.literal(fact.value().type(), correction.value());
    var key = once("correct", given);
    return memory.correct(key, id, value, note(key, correction.why()), by(who, correction.why()));
  }

  @PostMapping("/retract")
  @Operation(summary = "Stop believing it and put nothing in its place")
  Remembered retract(
      @PathVariable String id,
      @RequestBody Reason reason,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String given,
      Principal who) {
    var key = once("retract", given);
    return memory.retract(key, id, note(key, reason.why()), by(who, reason.why()));
  }

  private static Episode note(String key, @Nullable String why) {
    if (why == null || why.isBlank()) {
      throw new Problems.Unfit(
          "No reason was given. It becomes the source of the change: send 'why' with a few words.");
    }
    return new Episode("note:" + key, "note", Instant.now(), null, "Your note", why.strip());
  }

  private static Generation by(Principal who, String why) {
    return new Generation(who.getName(), why.strip());
  }

  private static String once(String deed, @Nullable String key) {
    return deed + ":" + (key == null || key.isBlank() ? UUID.randomUUID().toString() : key);
  }
}

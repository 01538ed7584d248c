package dev.continuo.designer.api;

import dev.continuo.ontology.memory.AdoptedExtension;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.Vocabularies;
import dev.continuo.ontology.memory.VocabularyReport;
import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Predicate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The terms in use, the operator's own, and moving stored facts. */
@RestController
@RequestMapping("/api/v1/memory/vocabulary")
@Tag(name = "Memory: words")
class VocabularyApi {
  private final Memory memory;

  VocabularyApi(Memory memory) {
    this.memory = memory;
  }

  /**
   * What is in use.
   *
   * @param extension the operator's own terms as Turtle; empty for none
   * @param own their curies
   */
  record InUse(
      String version,
      List<EntityKind> kinds,
      List<Predicate> predicates,
      String extension,
      List<String> own) {}

  /** An extension as Turtle; empty takes all own terms away. */
  record Text(String turtle) {}

  @GetMapping
  @Operation(summary = "The terms in use")
  InUse inUse() {
    var now = words().current();
    var extension = words().extension();
    return new InUse(
        now.version(), now.kinds(), now.predicates(), extension.turtle(), extension.own());
  }

  @PostMapping("/extension/check")
  @Operation(
      summary = "What would be wrong, and which facts would lose their place; changes nothing")
  VocabularyReport check(@RequestBody Text text) {
    return words().check(text.turtle());
  }

  @PutMapping("/extension")
  @Operation(summary = "Let own terms take effect for everything written from now on")
  VocabularyReport adopt(@RequestBody Text text, Principal who) {
    return words().adopt(text.turtle(), who.getName());
  }

  @GetMapping("/extension/history")
  @Operation(summary = "Every extension that took effect, newest first")
  List<AdoptedExtension> history(@RequestParam(defaultValue = "50") int limit) {
    return words().history(Math.clamp(limit, 1, 1_000));
  }

  @PostMapping("/migration/dry-run")
  @Operation(summary = "What moving stored facts to the newest terms would change; changes nothing")
  VocabularyReport dryRun() {
    return words().dryRun();
  }

  @PostMapping("/migration")
  @Operation(summary = "Move stored facts; each old row stays in the history")
  VocabularyReport migrate(Principal who) {
    return words().migrate(who.getName());
  }

  private Vocabularies words() {
    return memory.vocabularies();
  }
}

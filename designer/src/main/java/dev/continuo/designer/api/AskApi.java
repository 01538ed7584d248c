package dev.continuo.designer.api;

import dev.continuo.ontology.recall.Mode;
import dev.continuo.ontology.recall.Question;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.ontology.recall.Recalled;
import dev.continuo.runtime.recall.Answer;
import dev.continuo.runtime.recall.Asking;
import dev.continuo.runtime.setting.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions to memory, read only. */
@RestController
@RequestMapping("/api/v1/memory")
@Tag(name = "Memory")
class AskApi {
  private final Recall recall;
  private final Asking asking;
  private final Settings settings;

  AskApi(Recall recall, Asking asking, Settings settings) {
    this.recall = recall;
    this.asking = asking;
    this.settings = settings;
  }

  @GetMapping("/recall")
  @Operation(
      summary = "The evidence for a question",
      description =
          "Facts and passages with their sources, as of now or of a date. mode is CURRENT, VALID_AT or"
              + " BELIEVED_AT with at; without them the words of the question decide.")
  Recalled recall(
      @RequestParam String q,
      @RequestParam(required = false) @Nullable Mode mode,
      @RequestParam(required = false) @Nullable Instant at,
      @RequestParam(required = false) @Nullable String about,
      @RequestParam(defaultValue = "1500") int tokens,
      @RequestParam(defaultValue = "12") int limit) {
    return recall.recall(question(q, mode, at, about, tokens, limit));
  }

  @GetMapping("/ask")
  @Operation(
      summary = "The answer to a question in words, with its evidence",
      description =
          "Markdown; [1] names the first of recalled.items. Without a language model the answer is the"
              + " facts themselves with their sentences.")
  Answer ask(
      @RequestParam String q,
      @RequestParam(required = false) @Nullable Mode mode,
      @RequestParam(required = false) @Nullable Instant at,
      @RequestParam(required = false) @Nullable String about,
      @RequestParam(defaultValue = "1500") int tokens,
      @RequestParam(defaultValue = "12") int limit) {
    return asking.ask(question(q, mode, at, about, tokens, limit));
  }

  private Question question(
      String q,
      @Nullable Mode mode,
      @Nullable Instant at,
      @Nullable String about,
      int tokens,
      int limit) {
    return Question.of(q)
        .in(settings.work().zone())
        .from(mode, at)
        .about(about)
        .within(tokens, limit);
  }
}

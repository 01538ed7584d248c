package dev.continuo.designer.api;

import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardItem;
import dev.continuo.runtime.approval.Verdict;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox: cards and verdicts. */
@RestController
@RequestMapping("/api/v1/inbox")
@Tag(name = "Inbox")
class InboxApi {
  private final Approvals approvals;

  InboxApi(Approvals approvals) {
    this.approvals = approvals;
  }

  /**
   * An answer.
   *
   * @param contentHash the hash of the content that was looked at
   * @param edited the items with changed values; absent for none
   */
  record Answer(
      Verdict.Decision decision,
      String contentHash,
      @Nullable String note,
      @Nullable List<CardItem> edited) {}

  record Later(Instant until) {}

  @GetMapping
  @Operation(summary = "Cards that ask now, most urgent first")
  List<Card> open(@RequestParam(defaultValue = "false") boolean closed) {
    return closed ? approvals.closed(200) : approvals.open();
  }

  @GetMapping("/{id}")
  @Operation(summary = "One card")
  Card card(@PathVariable UUID id) {
    return approvals
        .card(id)
        .orElseThrow(() -> new Problems.NotThere("There is no card '%s'.".formatted(id)));
  }

  @PostMapping("/{id}/verdict")
  @Operation(summary = "Answer a card; counts only for the content of the given hash")
  Card decide(@PathVariable UUID id, @RequestBody Answer answer, Principal who) {
    return approvals.decide(
        id,
        new Verdict(
            answer.decision(),
            who.getName(),
            answer.contentHash(),
            answer.note() == null ? "" : answer.note(),
            answer.edited() == null ? List.of() : answer.edited()));
  }

  @PostMapping("/{id}/snooze")
  @Operation(summary = "Put a card off")
  Card snooze(@PathVariable UUID id, @RequestBody Later later, Principal who) {
    return approvals.snooze(id, later.until(), who.getName());
  }
}

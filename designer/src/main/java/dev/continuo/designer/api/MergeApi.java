package dev.continuo.designer.api;

import dev.continuo.ontology.memory.Identities;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MergeProposal;
import dev.continuo.ontology.memory.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is one and the same. Each step may be repeated: the second time changes nothing. */
@RestController
@RequestMapping("/api/v1/memory/merges")
@Tag(name = "Memory: decisions")
class MergeApi {
  private final Memory memory;

  MergeApi(Memory memory) {
    this.memory = memory;
  }

  record Pair(String entityId, String otherId, @Nullable String why) {}

  record Reason(@Nullable String why) {}

  @GetMapping
  @Operation(summary = "Pairs in a state, most alike first: OPEN, MERGED, DISMISSED, UNMERGED")
  List<MergeProposal> list(
      @RequestParam(defaultValue = "OPEN") MergeProposal.State state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "100") int limit) {
    return memory.browse().merges(state, q, new Slice(skip, Math.clamp(limit, 1, 1_000)));
  }

  @PostMapping
  @Operation(summary = "Propose a pair by hand; nothing is merged yet")
  MergeProposal propose(@RequestBody Pair pair, Principal who) {
    return identities().propose(pair.entityId(), pair.otherId(), who.getName(), words(pair.why()));
  }

  @PostMapping("/{id}/merge")
  @Operation(summary = "Read both as one from now on; can be undone")
  MergeProposal merge(@PathVariable String id, @RequestBody Reason reason, Principal who) {
    return identities().merge(id, who.getName(), words(reason.why()));
  }

  @PostMapping("/{id}/keep-apart")
  @Operation(summary = "Keep them apart; the pair is not proposed again")
  MergeProposal keepApart(@PathVariable String id, @RequestBody Reason reason, Principal who) {
    return identities().dismiss(id, who.getName(), words(reason.why()));
  }

  @PostMapping("/{id}/take-back")
  @Operation(summary = "Take a merge or a keeping apart back")
  MergeProposal takeBack(@PathVariable String id, @RequestBody Reason reason, Principal who) {
    var pair =
        identities()
            .proposal(id)
            .orElseThrow(
                () -> new Problems.NotThere("There is no pair of the id '%s'.".formatted(id)));
    return pair.state() == MergeProposal.State.MERGED
        ? identities().unmerge(id, who.getName(), words(reason.why()))
        : identities().reopen(id, who.getName(), words(reason.why()));
  }

  private Identities identities() {
    return memory.identities();
  }

  private static String words(@Nullable String why) {
    return why == null ? "" : why.strip();
  }
}

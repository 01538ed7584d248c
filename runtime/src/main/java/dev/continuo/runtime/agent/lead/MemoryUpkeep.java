package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.runtime.journal.Run;
import dev.continuo.runtime.journal.RunState;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the rows of writes to memory with memory itself, after a start and from then on. A step
 * that was cut off comes back by itself and settles its row; where its run has ended meanwhile
 * nobody would, so what became of the write is looked up and told here.
 */
final class MemoryUpkeep {
  private static final Logger log = LoggerFactory.getLogger(MemoryUpkeep.class);
  private static final Duration COMES_BACK = Duration.ofMinutes(1);

  private final MemoryOutbox outbox;
  private final Memory memory;
  private final Runs runs;

  MemoryUpkeep(MemoryOutbox outbox, Memory memory, Runs runs) {
    this.outbox = outbox;
    this.memory = memory;
    this.runs = runs;
  }

  void look() {
    try {
      reconcile(COMES_BACK);
    } catch (MemoryUnavailable later) {
      log.info("Writes to memory are compared later: {}", later.getMessage());
    }
  }

  /** Settles what nobody comes back for; returns how many that were. */
  int reconcile(Duration openFor) {
    int settled = 0;
    for (MemoryOutbox.Open write : outbox.openFor(openFor)) {
      if (runs.get(write.runKey()).map(Run::state).filter(RunState::ended).isPresent()) {
        settle(write, memory.remembered(write.key()));
        settled++;
      }
    }
    return settled;
  }

  private void settle(MemoryOutbox.Open write, Optional<Remembered> found) {
    String sentence =
        found
            .map(
                known ->
                    "was ended while it wrote to memory; the write is there, with %s."
                        .formatted(Told.count(known.accepted().size(), "fact")))
            .orElse("was ended before it wrote to memory; nothing was remembered.");
    Map<String, Object> outcome =
        found
            .map(
                known ->
                    Map.<String, Object>of(
                        "reconciled",
                        true,
                        "written",
                        true,
                        "episodeKey",
                        known.episodeKey(),
                        "accepted",
                        known.accepted()))
            .orElse(Map.of("reconciled", true, "written", false));
    outbox.settle(
        write.key(),
        outcome,
        new TraceEntry(
            write.key() + "-reconciled",
            write.runKey(),
            null,
            write.elementId(),
            TraceKind.NOTE,
            sentence,
            outcome,
            Instant.now()));
  }
}

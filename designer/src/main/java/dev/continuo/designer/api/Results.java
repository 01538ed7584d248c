package dev.continuo.designer.api;

import dev.continuo.runtime.flow.Started;
import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.Run;
import dev.continuo.runtime.journal.Runs;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Waits for the end of a run by looking at the journal's projection whenever it has moved. Another
 * copy of the application may be the one that projects, so it also looks once a second.
 */
@Component
class Results {
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private final Runs runs;
  private final Journal journal;
  private final JournalTurns turns;

  Results(Runs runs, Journal journal, JournalTurns turns) {
    this.runs = runs;
    this.journal = journal;
    this.turns = turns;
  }

  /** The run's state when it ended or when patience did; null while it is not there yet. */
  @Nullable Result await(Started started, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    Optional<Long> key = Optional.ofNullable(started.runKey());
    while (true) {
      long turn = turns.count();
      if (key.isEmpty()) {
        key = journal.runStartedWith(started.triggerKey());
      }
      Optional<Run> run = key.flatMap(runs::get);
      Duration left = Duration.ofNanos(until - System.nanoTime());
      if (run.isPresent() && run.get().state().ended() || !left.isPositive()) {
        return run.map(this::result).orElse(null);
      }
      turns.awaitAfter(turn, left.compareTo(GLANCE) < 0 ? left : GLANCE);
    }
  }

  private Result result(Run run) {
    return new Result(
        run.runKey(),
        run.state(),
        run.state().ended(),
        journal.variables(run.runKey(), run.runKey()));
  }
}

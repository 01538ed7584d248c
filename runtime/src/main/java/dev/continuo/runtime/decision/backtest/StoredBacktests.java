package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.replay.ChangedAnswer;
import dev.continuo.rules.replay.Replay;
import dev.continuo.rules.replay.ReplayReport;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.TableVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** {@link Backtests} on the recorded answers in PostgreSQL, one after the other. */
final class StoredBacktests implements Backtests, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StoredBacktests.class);
  private static final int MOST_KEPT = 20;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Candidates candidates;
  private final DecisionTables tables;
  private final Map<String, Work> known = new LinkedHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("backtest").priority(Thread.MIN_PRIORITY).factory());

  StoredBacktests(JdbcClient jdbc, JsonMapper json, Candidates candidates, DecisionTables tables) {
    this.jdbc = jdbc;
    this.json = json;
    this.candidates = candidates;
    this.tables = tables;
  }

  /** One at work. */
  private final class Work {
    private final String id = UUID.randomUUID().toString();
    private final CompiledTable candidate;
    private final TableVersion released;
    private final RecordedAnswers.Period period;
    private final TermsCount terms = new TermsCount();
    private final List<ChangedDecision> changes = new ArrayList<>();
    private final Instant began = Instant.now();
    private volatile boolean cancelled;
    private volatile long total;
    private volatile long asked;
    private volatile long changed;
    private volatile Backtest.State state = Backtest.State.RUNNING;
    private volatile @Nullable ReplayReport report;
    private volatile @Nullable String problem;

    Work(CompiledTable candidate, TableVersion released, RecordedAnswers.Period period) {
      this.candidate = candidate;
      this.released = released;
      this.period = period;
    }

    void run() {
      try {
        total = period.size(jdbc);
        var answers = new RecordedAnswers(jdbc, json, period, () -> cancelled);
        var counted = new Counted(answers, () -> asked++);
        boolean sameVersion = period.others(jdbc, released.version()) == 0;
        var done =
            sameVersion
                ? Replay.withRecorded(
                    new Remembering(candidate), period.decisionId(), counted, this::add)
                : Replay.withReleased(
                    new Remembering(candidate),
                    new Remembering(candidates.compile(released.xml())),
                    period.decisionId(),
                    counted,
                    this::add);
        report = done;
        problem = done.stopped().map(Finding::sentence).orElse(null);
        state =
            cancelled
                ? Backtest.State.CANCELLED
                : done.stopped().isPresent() ? Backtest.State.FAILED : Backtest.State.DONE;
      } catch (RuntimeException broken) {
        log.warn("A backtest of {} broke", period.tableId(), broken);
        problem = String.valueOf(broken.getMessage());
        state = Backtest.State.FAILED;
      }
    }

    private void add(ChangedAnswer one) {
      synchronized (changes) {
        changed++;
        terms.add(one);
        if (changes.size() < Backtest.MOST_CHANGES) {
          changes.add(Candidates.decision(one));
        }
      }
    }

    Backtest now() {
      var done = report;
      synchronized (changes) {
        return new Backtest(
            id,
            period.tableId(),
            period.from(),
            period.to(),
            state,
            total,
            done == null ? asked : done.asked(),
            changed,
            done == null ? 0 : done.failed(),
            done == null ? Duration.between(began, Instant.now()) : done.took(),
            done == null ? List.of() : done.shifts(),
            terms.over(Duration.between(period.from(), period.to())),
            changes,
            problem);
      }
    }
  }

  @Override
  public Backtest start(String tableId, String candidateXml, Instant from, Instant to) {
    var candidate = candidates.compile(candidateXml);
    var released = tables.released(tableId);
    var decision = candidates.compile(released.xml()).mainDecision().id();
    var work =
        new Work(candidate, released, new RecordedAnswers.Period(tableId, decision, from, to));
    synchronized (known) {
      if (known.size() >= MOST_KEPT) {
        known.remove(known.keySet().iterator().next());
      }
      known.put(work.id, work);
    }
    worker.execute(work::run);
    return work.now();
  }

  @Override
  public Optional<Backtest> backtest(String id) {
    synchronized (known) {
      return Optional.ofNullable(known.get(id)).map(Work::now);
    }
  }

  @Override
  public void cancel(String id) {
    synchronized (known) {
      var work = known.get(id);
      if (work != null) {
        work.cancelled = true;
      }
    }
  }

  @Override
  public List<Backtest> of(String tableId) {
    synchronized (known) {
      Predicate<Work> its = work -> work.period.tableId().equals(tableId);
      return known.values().stream()
          .filter(its)
          .sorted(Comparator.comparing((Work work) -> work.began).reversed())
          .map(Work::now)
          .toList();
    }
  }

  @Override
  public void close() {
    synchronized (known) {
      known.values().forEach(work -> work.cancelled = true);
    }
    worker.shutdown();
  }
}

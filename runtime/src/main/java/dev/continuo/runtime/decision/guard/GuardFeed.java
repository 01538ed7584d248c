package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.Guard;
import dev.continuo.rules.guard.GuardWatch;
import dev.continuo.rules.guard.Guards;
import dev.continuo.runtime.decision.guard.GuardRows.Mark;
import dev.continuo.runtime.decision.guard.GuardRows.Setting;
import dev.continuo.runtime.decision.guard.GuardRows.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells events to the guards, in one order for all time. What they say, the mark and what listeners
 * make of it are one transaction. After a start, after a change of settings, or where another copy
 * of the app went on meanwhile, the guards are set up anew from the stored events: what they say
 * then was said before and is not acted on.
 */
final class GuardFeed implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(GuardFeed.class);
  private static final int BATCH = 500;
  private static final Mark BEGINNING = new Mark("0", 0);

  private final Guards guards;
  private final GuardRows rows;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Map<String, Watch> watches = new LinkedHashMap<>();
  private @Nullable Mark stands;
  private List<Setting> settings = List.of();
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  GuardFeed(
      Guards guards,
      GuardRows rows,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.guards = guards;
    this.rows = rows;
    this.events = events;
    this.transactions = transactions;
  }

  private record Watch(Guard guard, Map<String, Long> parameters, GuardWatch watch) {}

  /** Tells one batch; true where there may be more. */
  synchronized boolean step() {
    try {
      return Boolean.TRUE.equals(
          transactions.execute(
              tx -> {
                var mark = rows.lock();
                if (mark.isEmpty()) {
                  return false;
                }
                var now = rows.settings();
                if (!mark.get().equals(stands) || !now.equals(settings)) {
                  rebuild(mark.get(), now);
                }
                return next(mark.get());
              }));
    } catch (RuntimeException failed) {
      forget(); // the guards have heard what is rolled back
      throw failed;
    }
  }

  private boolean next(Mark mark) {
    var batch = rows.after(mark, BATCH);
    if (batch.isEmpty()) {
      return false;
    }
    for (Told told : batch) {
      for (Watch watch : watches.values()) {
        for (Firing firing : watch.watch().tell(told.event())) {
          if (rows.store(firing, watch.parameters())) {
            events.publishEvent(new GuardFired(watch.guard(), firing));
          }
        }
      }
    }
    stands = batch.getLast().mark();
    rows.save(stands);
    return batch.size() == BATCH;
  }

  private void rebuild(Mark until, List<Setting> now) {
    forget();
    settings = now;
    open(now);
    replay(until);
    stands = until;
  }

  private void open(List<Setting> chosen) {
    for (Guard guard : guards.all()) {
      var setting = chosen.stream().filter(one -> one.guardId().equals(guard.id())).findFirst();
      if (setting.map(Setting::watching).orElse(true)) {
        var parameters = setting.map(Setting::parameters).orElse(Map.of());
        watches.put(guard.id(), new Watch(guard, parameters, guards.watch(guard.id(), parameters)));
      }
    }
  }

  private List<Firing> replay(Mark until) {
    var said = new ArrayList<Firing>();
    var from = BEGINNING;
    while (true) {
      var batch = rows.between(from, until, BATCH);
      for (Told told : batch) {
        watches.values().forEach(watch -> said.addAll(watch.watch().tell(told.event())));
      }
      if (batch.size() < BATCH) {
        return said;
      }
      from = batch.getLast().mark();
    }
  }

  /** What the stored events lead to by the settings of now; nothing is acted on. */
  synchronized List<Firing> replayed() {
    return Objects.requireNonNull(
        transactions.execute(
            tx -> {
              var mark = rows.lock().orElse(BEGINNING);
              forget();
              settings = rows.settings();
              open(settings);
              var said = replay(mark);
              stands = mark;
              return said;
            }));
  }

  private void forget() {
    watches.values().forEach(watch -> watch.watch().close());
    watches.clear();
    stands = null;
  }

  /** Looks soon. */
  void soon() {
    if (running) {
      clock.execute(this::tick);
    }
  }

  private void tick() {
    try {
      while (running && step()) {
        // more
      }
    } catch (RuntimeException trouble) {
      if (running) {
        log.warn("Guards look again in a moment", trouble);
      }
    }
  }

  @Override
  public void start() {
    clock.shutdownNow();
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("guards").priority(Thread.MIN_PRIORITY).factory());
    running = true;
    clock.execute(rows::afterRestore);
    clock.scheduleWithFixedDelay(this::tick, 3_000, 1_000, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdown();
    try {
      clock.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

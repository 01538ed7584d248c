package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.setting.Settings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks into the inbox folder every second and into the mailbox as often as the settings say. */
public final class MailWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(MailWatch.class);
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(5);

  private final InboxFolder inbox;
  private final MailboxPolling polling;
  private final Settings settings;
  private final boolean watches;
  private ScheduledExecutorService clock = Executors.newScheduledThreadPool(0);
  private Future<?> nextPoll = CompletableFuture.completedFuture(null);
  private volatile boolean running;

  MailWatch(InboxFolder inbox, MailboxPolling polling, Settings settings, boolean watches) {
    this.inbox = inbox;
    this.polling = polling;
    this.settings = settings;
    this.watches = watches;
  }

  /** How the mailbox is. */
  public MailboxHealth mailbox() {
    return polling.health();
  }

  /** Looks into the mailbox soon and goes on from there, as after the account was changed. */
  public synchronized void lookNow() {
    if (running) {
      nextPoll.cancel(false);
      nextPoll = clock.schedule(() -> pollAgain(0), 0, TimeUnit.SECONDS);
    }
  }

  @Override
  public boolean isAutoStartup() {
    return watches;
  }

  @Override
  public synchronized void start() {
    clock =
        Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("mail-watch-", 0).factory());
    running = true;
    clock.scheduleWithFixedDelay(this::lookIntoInbox, 0, 1, TimeUnit.SECONDS);
    nextPoll = clock.schedule(() -> pollAgain(0), 1, TimeUnit.SECONDS);
  }

  private void lookIntoInbox() {
    try {
      inbox.look();
    } catch (RuntimeException e) {
      log.warn("The inbox folder cannot be read now: {}", e.toString());
    }
  }

  /** Polls, then plans the next time; trouble doubles the pause. */
  private void pollAgain(int troubles) {
    Duration pause = Duration.ofMinutes(1);
    int now = troubles;
    try {
      polling.poll();
      boolean trouble = polling.health().state() == MailboxHealth.State.TROUBLE;
      now = trouble ? Math.min(troubles + 1, 8) : 0;
      pause = settings.mail().pollEvery().multipliedBy(1L << now);
    } catch (RuntimeException e) {
      log.warn("The mailbox is looked at later: {}", e.toString());
    }
    planNext(pause.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : pause, now);
  }

  private synchronized void planNext(Duration wait, int troubles) {
    if (running) {
      nextPoll.cancel(false);
      nextPoll = clock.schedule(() -> pollAgain(troubles), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Lets what it is taking in be finished; the looks that were planned are called off. */
  @Override
  public void stop() {
    ScheduledExecutorService watching;
    synchronized (this) { // not while waiting: a poll that ends wants to plan the next one
      running = false;
      nextPoll.cancel(false);
      watching = clock;
      watching.shutdown();
    }
    try {
      if (!watching.awaitTermination(10, TimeUnit.SECONDS)) {
        watching.shutdownNow();
      }
    } catch (InterruptedException e) {
      watching.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

package dev.continuo.runtime.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread that moves the read model on. It sleeps in PostgreSQL's LISTEN until the exporter
 * has stored something, at most 250 ms. Of several apps on one database only the holder of an
 * advisory lock projects; the others stand by.
 */
final class JournalFeed implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration STAND_BY = Duration.ofSeconds(1);

  /** What comes next is let gather: a batch costs about fifteen statements, whatever its size. */
  private static final Duration GATHER = Duration.ofMillis(100);

  /** From so many records in a batch on, for longer. */
  private static final int BUSY = 150;

  private static final Duration GATHER_LONGER = Duration.ofMillis(250);

  /** "continuo" as bytes: an advisory lock is only a number, and other users pick small ones. */
  private static final long LOCK = 0x636f6e74696e756fL;

  private final DataSource database;
  private final Supplier<Projector> projectors;
  private final DayLog log;
  private final Progress progress;
  private volatile boolean running;
  private @Nullable Thread thread;

  JournalFeed(DataSource database, Supplier<Projector> projectors, DayLog log, Progress progress) {
    this.database = database;
    this.projectors = projectors;
    this.log = log;
    this.progress = progress;
  }

  @Override
  public synchronized void start() {
    if (!running) {
      running = true;
      Projector projector = projectors.get();
      thread = Thread.ofPlatform().name("journal-feed").daemon().start(() -> run(projector));
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    Thread feed = thread;
    thread = null;
    if (feed != null) {
      try {
        feed.join(Duration.ofSeconds(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before whatever uses the read model, and stopped after it. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void run(Projector projector) {
    while (running) {
      try (Connection ear = database.getConnection()) {
        follow(projector, ear);
      } catch (SQLException | RuntimeException | Error e) { // a dead thread would go unnoticed
        if (running) {
          progress.stands("The journal's projector failed and tries again: " + e.getMessage());
          LOG.error("The journal's projector failed and tries again", e);
          pause(STAND_BY);
        }
      }
    }
  }

  private void follow(Projector projector, Connection ear) throws SQLException {
    ear.setAutoCommit(true);
    PGConnection notifications = ear.unwrap(PGConnection.class);
    try {
      execute(ear, "LISTEN journal");
      while (running && !locked(ear)) {
        notifications.getNotifications((int) STAND_BY.toMillis());
      }
      if (running) {
        log.open();
      }
      while (running) {
        int records = projector.step();
        progress.moved();
        if (records > 0 && records < Projector.BATCH) {
          pause(records < BUSY ? GATHER : GATHER_LONGER);
        }
        if (records < Projector.BATCH) {
          notifications.getNotifications((int) POLL.toMillis());
        }
      }
    } finally {
      release(ear);
    }
  }

  /** The pool hands the connection to others afterwards. */
  private static void release(Connection ear) {
    try {
      execute(ear, "UNLISTEN *; SELECT pg_advisory_unlock_all()");
    } catch (SQLException e) {
      LOG.debug("The connection is gone, and the lock with it", e);
    }
  }

  private static boolean locked(Connection ear) throws SQLException {
    try (Statement ask = ear.createStatement();
        ResultSet answer = ask.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static void execute(Connection ear, String command) throws SQLException {
    try (Statement statement = ear.createStatement()) {
      statement.execute(command);
    }
  }

  private void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}

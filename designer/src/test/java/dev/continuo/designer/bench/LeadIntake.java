package dev.continuo.designer.bench;

import dev.continuo.runtime.connector.mail.MailIntake;
import dev.continuo.runtime.connector.mail.MailOrigin;
import dev.continuo.runtime.connector.mail.MailReceipt;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Whole Lead intake runs: from the raw message to the answer in the outbox. The gate policy allows
 * everything, so that nobody is asked, and the owner's days are long, so that there are times to
 * offer to everybody.
 */
final class LeadIntake {
  private static final int IN_FLIGHT = 16;
  private final BenchHouse house;
  private final LeadRuns runs;
  private final MailIntake intake;
  private final String series = Long.toString(System.currentTimeMillis(), 36);
  private final AtomicInteger numbers = new AtomicInteger();

  LeadIntake(BenchHouse house, LeadRuns runs) {
    this.house = house;
    this.runs = runs;
    this.intake = house.bean(MailIntake.class);
    allowEverything(house.bean(DecisionTables.class));
    house
        .bean(Settings.class)
        .save(
            new WorkSettings(
                "Ada Owner",
                "owner@continuo.example",
                "Continuo Bench",
                ZoneOffset.UTC,
                LocalTime.of(0, 0),
                LocalTime.of(23, 59),
                EnumSet.allOf(DayOfWeek.class),
                15,
                Duration.ofDays(3)));
  }

  private static void allowEverything(DecisionTables tables) {
    var draft = tables.draft("gate-policy");
    String open =
        draft
            .xml()
            .replace("<text>\"ask\"</text>", "<text>\"allow\"</text>")
            .replace("<text>\"forbid\"</text>", "<text>\"allow\"</text>");
    tables.saveDraft("gate-policy", open, draft.revision());
    tables.release("gate-policy", "bench", "nobody is there to be asked");
  }

  /**
   * Mails answered per second, the last ones waited for and their time counted.
   *
   * @param latencies takes the milliseconds from the door to the outbox
   */
  double round(Duration time, Samples latencies) {
    var answered = new AtomicInteger();
    Instant start = Instant.now();
    Instant end = start.plus(time);
    try (var lanes = Executors.newFixedThreadPool(IN_FLIGHT)) {
      for (int i = 0; i < IN_FLIGHT; i++) {
        lanes.submit(
            () -> {
              while (Instant.now().isBefore(end)) {
                Instant begin = Instant.now();
                Instant waits = answer(numbers.incrementAndGet());
                answered.incrementAndGet();
                synchronized (latencies) {
                  latencies.add(Duration.between(begin, waits).toNanos() / 1e6);
                }
              }
              return null;
            });
      }
    }
    return answered.get() / (Duration.between(start, Instant.now()).toNanos() / 1e9);
  }

  private Instant answer(int number) throws InterruptedException, TimeoutException {
    var receipt = intake.receive(Leads.mail(series, number), MailOrigin.api("bench"));
    if (!(receipt instanceof MailReceipt.Started started)) {
      throw new IllegalStateException("Mail " + number + " started nothing: " + receipt);
    }
    try {
      return runs.expect(started.triggerKey()).get(2, TimeUnit.MINUTES);
    } catch (java.util.concurrent.ExecutionException broken) {
      throw new IllegalStateException(broken);
    }
  }

  int sent() {
    return numbers.get();
  }

  /** How many answers lie in the outbox. */
  long outbox() throws IOException {
    Path folder = house.outbox();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).count();
    }
  }
}

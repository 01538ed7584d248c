package dev.continuo.designer.bench;

import dev.continuo.runtime.engine.testing.TestFolders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./continuo bench spine}: how fast the product starts, what it weighs, what it adds to a
 * bare engine's step, and how many mails it answers. See {@code docs/benchmarks.md} for what each
 * figure means.
 */
public final class SpineBench {
  private static final int IN_FLIGHT = 64;
  private final BenchOptions options;
  private final BenchReport report;
  private final Path folder;
  private final PrintStream out;

  private SpineBench(BenchOptions options, Path folder, PrintStream out) {
    this.options = options;
    this.report = new BenchReport("spine", options);
    this.folder = folder;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    BenchOptions options;
    try {
      options = BenchOptions.read(List.of(arguments));
    } catch (BenchOptions.Unreadable unreadable) {
      System.err.println(unreadable.getMessage());
      System.exit(2);
      return;
    }
    Path folder = Files.createTempDirectory("continuo-bench");
    int status = 0;
    try {
      new SpineBench(options, folder, System.out).run();
    } catch (RuntimeException broken) {
      System.err.println("The benchmark could not be run to its end.");
      broken.printStackTrace();
      status = 1;
    } finally {
      TestFolders.delete(folder);
    }
    System.exit(status);
  }

  private void run() throws IOException {
    if (options.wants("start")) {
      say("Starting ./continuo, once fresh and %d times warm", options.rounds());
      new AppStart(options, folder.resolve("start")).measure(report);
    }
    if (options.wants("one-step") || options.wants("lead-intake")) {
      var instances = new Instances();
      var leads = new LeadRuns();
      Map<String, Object> additions = new HashMap<>(ThroughContinuo.additions(instances));
      additions.put("benchLeads", leads);
      say("Starting the application and its engines");
      try (var house = new BenchHouse(folder.resolve("house"), additions)) {
        house.versions().forEach(this::version);
        if (options.wants("one-step")) {
          say("Starting a bare Zeebe");
          try (var bare = new BareZeebe(folder.resolve("bare"))) {
            oneStep(bare, new ThroughContinuo(house, instances));
          }
        }
        if (options.wants("lead-intake")) {
          leadIntake(new LeadIntake(house, leads), leads);
        }
      }
    }
    report.finish(out);
  }

  private void version(String line) {
    report.version(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
  }

  private void oneStep(OneStep bare, OneStep ours) {
    say("Warming both sides up, %d s each", options.warmUp().toSeconds());
    Round.run(bare, IN_FLIGHT, options.warmUp());
    Round.run(ours, IN_FLIGHT, options.warmUp());
    compareThroughput(bare, ours);
    compareLatency(bare, ours);
  }

  /** Bare and ours take turns, so that each of our rounds has a bare one before and after it. */
  private void compareThroughput(OneStep bare, OneStep ours) {
    var ratio = new Samples();
    var bareRate = new Samples();
    var oursRate = new Samples();
    var bareTimes = new Samples();
    var oursTimes = new Samples();
    var settle = new Samples();
    var bareCpu = new Samples();
    var oursCpu = new Samples();
    Round before = Round.run(bare, IN_FLIGHT, options.round());
    before.latencies().addTo(bareTimes);
    bareRate.add(before.perSecond());
    for (int i = 0; i < options.rounds(); i++) {
      Round mine = Round.run(ours, IN_FLIGHT, options.round());
      Round after = Round.run(bare, IN_FLIGHT, options.round());
      double floor = (before.perSecond() + after.perSecond()) / 2;
      ratio.add(mine.perSecond() / floor);
      bareRate.add(after.perSecond());
      oursRate.add(mine.perSecond());
      settle.add(mine.settleSeconds());
      oursCpu.add(mine.cpuMillis());
      bareCpu.add(after.cpuMillis());
      mine.latencies().addTo(oursTimes);
      after.latencies().addTo(bareTimes);
      say(
          "  %d in flight: bare %.0f/s, ours %.0f/s, bare %.0f/s",
          IN_FLIGHT, before.perSecond(), mine.perSecond(), after.perSecond());
      before = after;
    }
    report.add(Figure.of("one-step-ratio", ratio, "ratio").atLeast(0.9));
    report.add(Figure.of("one-step-per-s", oursRate, "1/s").beside(bareRate.median()));
    report.add(Figure.of("one-step-p50-ms", oursTimes.median(), "ms").beside(bareTimes.median()));
    report.add(
        Figure.of("one-step-p99-ms", oursTimes.percentile(0.99), "ms")
            .beside(bareTimes.percentile(0.99)));
    report.add(Figure.of("one-step-cpu-ms", oursCpu, "ms").beside(bareCpu.median()));
    report.add(Figure.of("journal-catch-up-s", settle, "s"));
  }

  private void compareLatency(OneStep bare, OneStep ours) {
    var added = new Samples();
    var bareTimes = new Samples();
    var oursTimes = new Samples();
    Round before = Round.run(bare, 1, options.round());
    before.latencies().addTo(bareTimes);
    for (int i = 0; i < options.rounds(); i++) {
      Round mine = Round.run(ours, 1, options.round());
      Round after = Round.run(bare, 1, options.round());
      double floor = (before.latencies().median() + after.latencies().median()) / 2;
      added.add(mine.latencies().median() - floor);
      mine.latencies().addTo(oursTimes);
      after.latencies().addTo(bareTimes);
      say(
          "  1 in flight, p50: bare %.2f ms, ours %.2f ms, bare %.2f ms",
          before.latencies().median(), mine.latencies().median(), after.latencies().median());
      before = after;
    }
    report.add(Figure.of("step-added-p50-ms", added, "ms").atMost(3));
    report.add(Figure.of("single-p50-ms", oursTimes.median(), "ms").beside(bareTimes.median()));
    report.add(
        Figure.of("single-p99-ms", oursTimes.percentile(0.99), "ms")
            .beside(bareTimes.percentile(0.99)));
  }

  private void leadIntake(LeadIntake intake, LeadRuns runs) throws IOException {
    say("Lead intake: warming up, %d s", options.warmUp().toSeconds());
    intake.round(options.warmUp(), new Samples());
    var rate = new Samples();
    var times = new Samples();
    for (int i = 0; i < options.rounds(); i++) {
      double perSecond = intake.round(options.round(), times);
      say("  Lead intake: %.1f/s", perSecond);
      rate.add(perSecond);
    }
    report.add(Figure.of("lead-intake-per-s", rate, "1/s"));
    report.add(Figure.of("lead-intake-p50-ms", times.median(), "ms"));
    report.add(Figure.of("lead-intake-p99-ms", times.percentile(0.99), "ms"));
    report.note(
        "Lead intake: %d mails in, %d answers in the outbox, %d runs ended elsewhere."
            .formatted(intake.sent(), intake.outbox(), runs.elsewhere.get()));
  }

  private void say(String words, Object... values) {
    out.println(String.format(java.util.Locale.ROOT, words, values));
  }
}

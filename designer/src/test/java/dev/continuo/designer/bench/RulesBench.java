package dev.continuo.designer.bench;

import dev.continuo.rules.replay.RecordedAnswer;
import dev.continuo.rules.replay.Replay;
import dev.continuo.rules.sandbox.Sandbox;
import dev.continuo.rules.sandbox.SandboxOptions;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./continuo bench rules}: what a decision costs beside the bare engine, and how fast tables
 * are replayed, loaded and looked at. See {@code docs/benchmarks.md} for what each figure means.
 */
public final class RulesBench {
  private static final Set<String> PARTS =
      Set.of(
          "decision", "recorded", "backtest", "reload", "memory", "analysis", "mutations", "tck");
  private static final int ROWS = 20;

  /** Short turns, so that what else the machine does falls on both sides alike. */
  private static final Duration SLICE = Duration.ofMillis(100);

  private static final int WARM_REPLAYS = 3;
  private final BenchOptions options;
  private final BenchReport report;
  private final String tck;

  private RulesBench(BenchOptions options, String tck) {
    this.options = options;
    this.report = new BenchReport("rules", options);
    this.tck = tck;
  }

  public static void main(String[] arguments) throws IOException {
    var words = List.of(arguments);
    BenchOptions options;
    try {
      options = BenchOptions.read(words, PARTS, 15);
    } catch (BenchOptions.Unreadable unreadable) {
      System.err.println(unreadable.getMessage());
      System.exit(2);
      return;
    }
    int at = words.indexOf("--tck");
    new RulesBench(options, at >= 0 && at + 1 < words.size() ? words.get(at + 1) : "").run();
    System.exit(0);
  }

  private void run() throws IOException {
    report.version("Drools", BareTable.version());
    if (options.wants("decision")) {
      decision();
    }
    if (options.wants("recorded")) {
      recorded();
    }
    if (options.wants("backtest")) {
      backtest();
    }
    if (options.wants("reload")) {
      reload();
    }
    if (options.wants("memory")) {
      memory();
    }
    if (options.wants("analysis")) {
      analysis();
    }
    if (options.wants("mutations")) {
      mutations();
    }
    if (options.wants("tck")) {
      conformance();
    }
    report.finish(System.out);
  }

  /** The suite itself was run by the script; its counts are taken in. */
  private void conformance() throws IOException {
    var counted = options.root().resolve("rules/target/tck.txt");
    if (tck.isEmpty() || !Files.exists(counted)) {
      report.note("The DMN TCK was not asked: give its folder with --tck FOLDER.");
      return;
    }
    for (var line : Files.readAllLines(counted)) {
      var words = line.split(" ");
      if (words[0].equals("tck-regressions")) {
        report.add(Figure.of(words[0], Double.parseDouble(words[1]), "count").atMost(0));
      } else if (words[0].matches("tck-(cases|passed|bare-passed)")) {
        report.add(Figure.of(words[0], Double.parseDouble(words[1]), "count"));
      }
    }
  }

  private static CompiledTable table(String xml) {
    return ((Compiled) Tables.open().compile(xml)).table();
  }

  private void decision() {
    var xml = RuleTables.table(1, ROWS, "UNIQUE");
    var bare = new BareTable(xml, "Discount");
    var ours = table(xml);
    var id = ours.mainDecision().id();
    var questions = RuleTables.questions(2, 1_000);
    say(
        "A decision of %d rows, bare and through Continuo, %d s of warming up each",
        ROWS, options.warmUp().toSeconds());
    rate(questions, options.warmUp(), bare::ask);
    rate(questions, options.warmUp(), inputs -> ours.evaluate(id, inputs));
    var ratio = new Samples();
    var bareRate = new Samples();
    var oursRate = new Samples();
    for (int i = 0; i < options.rounds(); i++) {
      var bareSlices = new Samples();
      var ratios = new Samples();
      var oursSlices = new Samples();
      double before = rate(questions, SLICE, bare::ask);
      for (long n = options.round().dividedBy(SLICE.multipliedBy(2)); n > 0; n--) {
        double mine = rate(questions, SLICE, inputs -> ours.evaluate(id, inputs));
        double after = rate(questions, SLICE, bare::ask);
        ratios.add(mine / ((before + after) / 2));
        oursSlices.add(mine);
        bareSlices.add(after);
        before = after;
      }
      ratio.add(ratios.median());
      oursRate.add(oursSlices.median());
      bareRate.add(bareSlices.median());
      say(
          "  bare %.0f/s, ours %.0f/s, ratio %.3f",
          bareSlices.median(), oursSlices.median(), ratios.median());
    }
    report.add(Figure.of("decision-ratio", ratio, "ratio").atLeast(0.9));
    report.add(Figure.of("decision-per-s", oursRate, "1/s").beside(bareRate.median()));
  }

  private static double rate(
      List<Map<String, Object>> questions, Duration time, Consumer<Map<String, Object>> ask) {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long asked = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 100; i++) {
        ask.accept(questions.get((int) (asked++ % questions.size())));
      }
    }
    return asked / ((System.nanoTime() - start) / 1e9);
  }

  private void recorded() throws IOException {
    say("Decisions of %d rows, each recorded", ROWS);
    var questions = RuleTables.questions(3, 1_000);
    var folder = Files.createTempDirectory("continuo-bench");
    try (var house = new RecordingHouse(folder, RuleTables.table(1, ROWS, "UNIQUE"))) {
      house.rate(questions, options.warmUp());
      var rates = new Samples();
      for (int i = 0; i < options.rounds(); i++) {
        rates.add(house.rate(questions, options.round()));
      }
      report.add(Figure.of("recorded-per-s", rates, "1/s"));
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void backtest() {
    var released = table(RuleTables.table(1, ROWS, "UNIQUE"));
    var text = RuleTables.table(1, ROWS, "UNIQUE").replaceFirst("\"ask\"", "\"forbid\"");
    var id = released.mainDecision().id();
    var recorded = new ArrayList<RecordedAnswer>();
    for (var question : RuleTables.questions(4, options.quick() ? 20_000 : 100_000)) {
      recorded.add(
          new RecordedAnswer(
              "r" + recorded.size(), question, released.evaluate(id, question).outputs()));
    }
    say("Asking %,d recorded questions again", recorded.size());
    report.add(
        Figure.of("backtest-per-s", replays(table(text), id, recorded), "1/s").atLeast(20_000));
    try (var sandbox = Sandbox.open(SandboxOptions.usual())) {
      var draft = ((Compiled) sandbox.drafts().compile(text)).table();
      report.add(
          Figure.of("backtest-outside-per-s", replays(draft, id, recorded), "1/s").atLeast(20_000));
    }
  }

  private Samples replays(CompiledTable candidate, String id, List<RecordedAnswer> recorded) {
    var rates = new Samples();
    for (int i = 0; i < options.rounds() + WARM_REPLAYS; i++) {
      var result = Replay.withRecorded(candidate, id, recorded.iterator(), changed -> {});
      if (i >= WARM_REPLAYS) {
        rates.add(result.asked() / (result.took().toNanos() / 1e9));
      }
    }
    return rates;
  }

  private void reload() {
    say("Compiling tables that were not seen before");
    var inside = new Samples();
    var outside = new Samples();
    var tables = Tables.open();
    try (var sandbox = Sandbox.open(SandboxOptions.usual())) {
      for (int i = 0; i <= options.rounds() * 4; i++) {
        var xml = RuleTables.table(100 + i, ROWS, "UNIQUE");
        double here = millis(() -> ask(tables, xml));
        double there = millis(() -> ask(sandbox.drafts(), xml));
        if (i > 0) {
          inside.add(here);
          outside.add(there);
        }
      }
    }
    report.add(Figure.of("hot-reload-ms", inside, "ms"));
    report.add(Figure.of("draft-answer-ms", outside, "ms"));
  }

  private static void ask(Tables tables, String xml) {
    var table = ((Compiled) tables.compile(xml)).table();
    table.evaluate(RuleTables.questions(1, 1).getFirst());
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private void memory() {
    int count = options.quick() ? 100 : 1_000;
    say("Keeping %,d compiled tables", count);
    var kept = new ArrayList<CompiledTable>();
    table(RuleTables.table(5_000, ROWS, "UNIQUE"));
    double before = used();
    for (int i = 0; i < count; i++) {
      // a fresh instance each, so that nothing is counted that the cache of one keeps anyway
      kept.add(table(RuleTables.table(10_000 + i, ROWS, "UNIQUE")));
    }
    double after = used();
    report.add(
        Figure.of("memory-1000-tables-mib", (after - before) / count * 1_000 / 1024 / 1024, "MiB"));
    if (kept.size() != count) {
      throw new IllegalStateException("tables were lost");
    }
  }

  private static double used() {
    var runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void analysis() {
    say("Looking for gaps and overlaps");
    var tables = Tables.open();
    var small = new Samples();
    for (int i = 0; i <= options.rounds() * 2; i++) {
      var xml = RuleTables.table(200 + i, ROWS, "UNIQUE");
      tables.compile(xml);
      double took = millis(() -> tables.study(xml).join());
      if (i > 0) {
        small.add(took);
      }
    }
    report.add(Figure.of("analysis-20-rows-ms", small, "ms"));
    var large = RuleTables.table(1, 10_000, "UNIQUE");
    report.add(Figure.of("compile-10000-rows-ms", millis(() -> tables.compile(large)), "ms"));
    report.add(Figure.of("analysis-10000-rows-ms", millis(() -> tables.study(large).join()), "ms"));
    var table = ((Compiled) tables.compile(large)).table();
    var question = RuleTables.questions(1, 1).getFirst();
    table.evaluate(question);
    report.add(Figure.of("ask-10000-rows-ms", millis(() -> table.evaluate(question)), "ms"));
  }

  private void mutations() {
    var mutations = new Mutations();
    int wanted = 100;
    say("Making %d mistakes in sound tables", wanted);
    var policies = List.of("UNIQUE", "ANY", "FIRST");
    for (var xml : tckTables()) {
      if (mutations.valid() < wanted / 2 && mutations.suits(xml)) {
        mutations.spoil(xml, 6);
      }
    }
    int fromTck = mutations.valid();
    for (int seed = 0; mutations.valid() < wanted && seed < 1_000; seed++) {
      var xml = RuleTables.table(seed, 4 + seed % 17, policies.get(seed % 3));
      if (mutations.suits(xml)) {
        mutations.spoil(xml, Math.min(4, 2 * (wanted - mutations.valid())));
      }
    }
    report.add(
        Figure.of(
                "analysis-mutations-found", mutations.found() / (double) mutations.valid(), "ratio")
            .atLeast(1.0));
    report.add(Figure.of("analysis-mutations-valid", mutations.valid(), "count"));
    report.note(
        "Mistakes: %d counted, of them %d in tables of the TCK; %d more changed no answer."
            .formatted(mutations.valid(), fromTck, mutations.same()));
    mutations.missed().forEach(missed -> report.note("Not found: " + missed));
  }

  private List<String> tckTables() {
    if (tck.isEmpty()) {
      report.note("Without --tck FOLDER, only Continuo's own tables were used for mistakes.");
      return List.of();
    }
    try (var files = Files.walk(Path.of(tck))) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(f -> f.toString().endsWith(".dmn")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String words, Object... values) {
    System.out.printf(words + "%n", values);
  }
}

package dev.continuo.designer.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, as {@code target/bench/NAME.json} and as a table. */
public final class BenchReport {
  private final String name;
  private final Path root;
  private final String commit;
  private final boolean quick;
  private final Instant date = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Machine before = Machine.now();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  BenchReport(String name, BenchOptions options) {
    this(name, options.root(), options.commit(), options.quick());
  }

  /**
   * @param root the checkout
   * @param commit what is measured
   * @param quick figures are not to be quoted
   */
  public BenchReport(String name, Path root, String commit, boolean quick) {
    this.name = name;
    this.root = root;
    this.commit = commit;
    this.quick = quick;
  }

  public void version(String of, String version) {
    versions.put(of, version);
  }

  public void add(Figure figure) {
    figures.add(figure);
  }

  public void note(String sentence) {
    notes.add(sentence);
  }

  public void finish(PrintStream out) throws IOException {
    Machine machine = before.after();
    Path file = root.resolve("target/bench").resolve(name + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, json(machine));
    table(out, machine);
    out.println("Written to " + root.relativize(file));
  }

  private String json(Machine machine) {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", name);
    map.put("commit", commit);
    map.put("date", date.toString());
    map.put("quick", quick);
    map.put("machine", machine.json());
    map.put("versions", versions);
    map.put("results", figures.stream().map(Figure::json).toList());
    map.put("notes", notes);
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(map)
        + "\n";
  }

  private void table(PrintStream out, Machine machine) {
    out.printf(
        Locale.ROOT,
        "%nbench %s, commit %s, %s%n%d cores, %.1f GiB, JDK %s, load %.2f before and %.2f after%n",
        name,
        commit,
        date,
        machine.cores(),
        machine.memoryGiB(),
        machine.jdk(),
        machine.loadBefore(),
        machine.loadAfter());
    versions.forEach((of, version) -> out.print(of + " " + version + "  "));
    out.printf(
        "%n%n%-28s %10s %-7s %10s %10s %10s %9s  %s%n",
        "result", "value", "unit", "min", "max", "bare", "target", "ok");
    for (Figure figure : figures) {
      out.printf(
          "%-28s %10s %-7s %10s %10s %10s %9s  %s%n",
          figure.id(),
          number(figure.value()),
          figure.unit(),
          number(figure.min()),
          number(figure.max()),
          number(figure.baseline()),
          figure.target() == null ? "" : (figure.lower() ? "<= " : ">= ") + number(figure.target()),
          figure.ok() == null ? "" : figure.ok() ? "yes" : "no");
    }
    notes.forEach(out::println);
    if (quick) {
      out.println(
          "A short run: these figures are not to be quoted. Leave --quick away on an idle machine.");
    }
  }

  private static String number(Double number) {
    if (number == null || number.isNaN()) {
      return "";
    }
    return String.format(Locale.ROOT, number >= 100 ? "%.0f" : "%.2f", number);
  }
}

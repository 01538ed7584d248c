package dev.continuo.rules.sandbox;

import static dev.continuo.rules.sandbox.Messages.items;
import static dev.continuo.rules.sandbox.Messages.list;

import dev.continuo.rules.table.Analysis;
import dev.continuo.rules.table.Compilation;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.Tables;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables that are read, asked and analysed in the sandbox. What was read last is remembered. */
final class SandboxTables implements Tables {
  private static final int KEPT = 100;
  private static final int ROWS_A_LIMIT = 500;
  private static final Pattern ROW = Pattern.compile("<[\\w.-]*:?rule[\\s>]");
  private static final Place MODEL = Place.table("The model");

  private final Programs programs;
  private final Executor background =
      task -> Thread.ofPlatform().daemon().name("study").start(task);
  private final Map<String, Compilation> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compilation> eldest) {
          return size() > KEPT;
        }
      };

  SandboxTables(Programs programs) {
    this.programs = programs;
  }

  @Override
  public Compilation compile(String dmnXml, List<String> imported) {
    if (!imported.isEmpty()) {
      return new Refused(
          List.of(
              Finding.error(
                  "imports-not-tried",
                  MODEL,
                  "The model imports other models.",
                  "Only a model that stands alone is tried before its release.",
                  "Put the imported decisions into this model.")));
    }
    synchronized (known) {
      var before = known.get(dmnXml);
      if (before != null) {
        return before;
      }
    }
    try {
      var compilation = programs.use(program -> compile(program, dmnXml));
      synchronized (known) {
        known.put(dmnXml, compilation);
      }
      return compilation;
    } catch (Stopped stopped) {
      return new Refused(List.of(stopped.finding(MODEL)));
    }
  }

  @Override
  public boolean provenBounded(String dmnXml) {
    return compile(dmnXml) instanceof Compiled compiled && compiled.table().bounded();
  }

  @Override
  public CompletableFuture<Analysis> study(String dmnXml) {
    return CompletableFuture.supplyAsync(() -> studyNow(dmnXml), background);
  }

  /** Compiles in a program; also how a program learns a table that it does not know. */
  Compilation compile(Program program, String dmnXml) throws Stopped {
    var answer = list(program.ask(items(SandboxProgram.COMPILE, dmnXml), limit(dmnXml)));
    var findings = Messages.all(answer.get(1), Messages::finding);
    if (answer.getFirst() == null) {
      return new Refused(findings);
    }
    var shape = Messages.shape(answer.getFirst());
    return new Compiled(
        new SandboxTable(this, programs, dmnXml, shape, suspect(findings)), findings);
  }

  /** The limit, and as much again for each five hundred rows: a long table is slow, not endless. */
  Duration limit(String dmnXml) {
    long rows = ROW.matcher(dmnXml).results().count();
    return programs.options().limit().multipliedBy(1 + rows / ROWS_A_LIMIT);
  }

  private Analysis studyNow(String dmnXml) {
    try {
      return programs.use(
          program ->
              Messages.analysis(program.ask(items(SandboxProgram.STUDY, dmnXml), limit(dmnXml))));
    } catch (Stopped stopped) {
      var finding = stopped.finding(MODEL);
      return Analysis.only(
          Finding.note(
              "not-analysed",
              MODEL,
              "Gaps and overlaps were not found out. " + finding.what(),
              "The rows cut the values into too many fields, or an expression never ends.",
              "Split the table into decisions that need each other."));
    }
  }

  private static @Nullable Finding suspect(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.code().equals("not-bounded"))
        .findFirst()
        .orElse(null);
  }
}

package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.Analysis;
import dev.continuo.rules.table.Compilation;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.Tables;
import dev.continuo.rules.table.model.DmnReader;
import dev.continuo.rules.table.model.DmnReader.Readable;
import dev.continuo.rules.table.model.DmnReader.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Tables on Drools' DMN engine. Compilations are kept by content hash, the last used ones. */
public final class DroolsTables implements Tables {
  private static final int KEPT = 200;
  private static final int LONGEST_ANALYSIS_S = 20;

  private final ExecutorService analyst =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("analysis").factory());
  private final RecentlyUsed<String, Compilation> compilations = new RecentlyUsed<>(KEPT);

  @Override
  public Compilation compile(String dmnXml, List<String> imported) {
    var hash = sha256(dmnXml);
    var key = imported.isEmpty() ? hash : hash + sha256(String.join("\0", imported));
    return compilations.get(key, () -> compileNow(dmnXml, hash, imported));
  }

  @Override
  public boolean provenBounded(String dmnXml) {
    return switch (DmnReader.read(dmnXml)) {
      case Unreadable unreadable -> false;
      case Readable readable -> readable.bounded() && !readable.mustNotBeCompiled();
    };
  }

  @Override
  public CompletableFuture<Analysis> study(String dmnXml) {
    return CompletableFuture.supplyAsync(() -> studyNow(dmnXml), analyst)
        .completeOnTimeout(Analysis.only(tookTooLong()), LONGEST_ANALYSIS_S, TimeUnit.SECONDS);
  }

  private Analysis studyNow(String dmnXml) {
    return compile(dmnXml) instanceof Compiled compiled
            && compiled.table() instanceof DroolsTable table
        ? table.analyse()
        : Analysis.nothing();
  }

  private static Finding tookTooLong() {
    return Finding.note(
        "not-analysed",
        Place.table("The model"),
        "Gaps and overlaps were not found out.",
        "It took longer than %d seconds.".formatted(LONGEST_ANALYSIS_S),
        "Split the table into decisions that need each other.");
  }

  private static Compilation compileNow(String dmnXml, String hash, List<String> imported) {
    return switch (DmnReader.read(dmnXml)) {
      case Unreadable unreadable -> new Refused(List.of(unreadable.finding()));
      case Readable readable -> compileNow(readable, hash, imported);
    };
  }

  private static Compilation compileNow(Readable readable, String hash, List<String> imported) {
    var findings = new ArrayList<>(readable.findings());
    if (readable.mustNotBeCompiled()) {
      return new Refused(sorted(findings));
    }
    var others = new ArrayList<String>();
    for (var text : imported) {
      switch (DmnReader.read(text)) {
        case Unreadable unreadable -> {
          return new Refused(List.of(unreadable.finding()));
        }
        case Readable other when other.mustNotBeCompiled() -> {
          return new Refused(sorted(other.findings()));
        }
        case Readable other -> others.add(other.xml());
      }
    }
    var compiler = new DroolsCompiler(readable, hash, others);
    var table = compiler.compile();
    findings.addAll(compiler.findings());
    return table == null || findings.stream().anyMatch(Finding::isError)
        ? new Refused(sorted(findings), Optional.ofNullable(table))
        : new Compiled(table, sorted(findings));
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().distinct().sorted(Comparator.comparing(Finding::severity)).toList();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}

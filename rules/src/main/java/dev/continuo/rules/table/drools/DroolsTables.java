package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.Compilation;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.Finding;
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

/** Tables on Drools' DMN engine. Compilations are kept by content hash, the last used ones. */
public final class DroolsTables implements Tables {
  private static final int KEPT = 200;
  private final RecentlyUsed<String, Compilation> compilations = new RecentlyUsed<>(KEPT);

  @Override
  public Compilation compile(String dmnXml) {
    var hash = sha256(dmnXml);
    return compilations.get(hash, () -> compileNow(dmnXml, hash));
  }

  private static Compilation compileNow(String dmnXml, String hash) {
    return switch (DmnReader.read(dmnXml)) {
      case Unreadable unreadable -> new Refused(List.of(unreadable.finding()));
      case Readable readable -> compileNow(readable, hash);
    };
  }

  private static Compilation compileNow(Readable readable, String hash) {
    var findings = new ArrayList<>(readable.findings());
    if (readable.mustNotBeCompiled()) {
      return new Refused(sorted(findings));
    }
    var compiler = new DroolsCompiler(readable, hash);
    var table = compiler.compile();
    findings.addAll(compiler.findings());
    return table == null || findings.stream().anyMatch(Finding::isError)
        ? new Refused(sorted(findings))
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

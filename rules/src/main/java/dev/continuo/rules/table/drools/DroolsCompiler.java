package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.model.DmnReader.Readable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Compiles one model that has been read and screened. Used once. */
final class DroolsCompiler {
  private final Readable readable;
  private final String hash;
  private final List<Finding> findings = new ArrayList<>();

  DroolsCompiler(Readable readable, String hash) {
    this.readable = readable;
    this.hash = hash;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The table, or null when the model does not compile; then a finding says why. */
  @Nullable CompiledTable compile() {
    try {
      var runtime = runtime();
      var models = runtime.getModels();
      if (models.isEmpty()) {
        findings.add(notCompiled("The decision engine found no model in it."));
        return null;
      }
      var model = models.getFirst();
      var words = new CompileMessages(readable.model());
      model.getMessages().forEach(message -> findings.add(words.finding(message)));
      if (findings.stream().anyMatch(Finding::isError)
          || readable.findings().stream().anyMatch(Finding::isError)) {
        return null;
      }
      return DroolsTable.of(readable, hash, runtime, model);
    } catch (RuntimeException | StackOverflowError e) {
      findings.add(notCompiled(cause(e)));
      return null;
    }
  }

  private DMNRuntime runtime() {
    var resource = ResourceFactory.newReaderResource(new StringReader(readable.xml()), "UTF-8");
    return DMNRuntimeBuilder.fromDefaults()
        .setOption(new RuntimeTypeCheckOption(true))
        .buildConfiguration()
        .fromResources(List.of(resource))
        .getOrElseThrow(e -> new IllegalArgumentException(e.getMessage(), e));
  }

  private Finding notCompiled(String why) {
    return Finding.error(
        "model-not-compiled",
        Place.table(readable.model().name()),
        "The decision engine cannot read this model.",
        why,
        "Take back the last change, or take the last released version.");
  }

  private static String cause(Throwable e) {
    return e instanceof StackOverflowError
        ? "Its expressions nest too deeply."
        : "It says: " + e.getMessage();
  }
}

package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.model.DmnReader;
import dev.continuo.rules.table.model.DmnReader.Readable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Compiles one model that has been read and screened. Used once. */
final class DroolsCompiler {
  private static final int MOST_ROUNDS = 20;

  private final Readable readable;
  private final String hash;
  private final List<String> imported;
  private final List<Finding> findings = new ArrayList<>();

  DroolsCompiler(Readable readable, String hash, List<String> imported) {
    this.readable = readable;
    this.hash = hash;
    this.imported = List.copyOf(imported);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * The table, or null when there is none; where findings are errors, some of it may not answer.
   */
  @Nullable CompiledTable compile() {
    try {
      var runtime = runtime(readable.xml());
      var model = itself(runtime);
      if (model == null) {
        findings.add(notCompiled("The decision engine found no model in it."));
        return null;
      }
      findings.addAll(said(model));
      if (findings.stream().anyMatch(Finding::isError)) {
        lookBehindBrokenCells();
      }
      return DroolsTable.of(readable, hash, runtime, model);
    } catch (RuntimeException | StackOverflowError e) {
      findings.add(notCompiled(cause(e)));
      return null;
    }
  }

  /**
   * The engine stops at the first broken cell of a row. Empties the cells that it named and asks
   * again, so that the owner sees all mistakes at once.
   */
  private void lookBehindBrokenCells() {
    var xml = readable.xml();
    var broken = brokenCells(findings);
    for (int round = 0; round < MOST_ROUNDS && !broken.isEmpty(); round++) {
      xml = DmnReader.withoutCells(xml, broken);
      var further = new ArrayList<>(said(Objects.requireNonNull(itself(runtime(xml)))));
      further.removeAll(findings);
      findings.addAll(further);
      broken = brokenCells(further);
    }
  }

  private static Set<String> brokenCells(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::isError)
        .map(Finding::where)
        .filter(place -> place.row() != null && place.column() != null)
        .map(Place::elementId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private List<Finding> said(DMNModel model) {
    var words = new CompileMessages(readable.model());
    return model.getMessages().stream().map(words::finding).toList();
  }

  /** The model that was asked for, among those that it imports. */
  private @Nullable DMNModel itself(DMNRuntime runtime) {
    var models = runtime.getModels();
    return models.stream()
        .filter(model -> model.getName().equals(readable.model().name()))
        .findFirst()
        .orElse(imported.isEmpty() && !models.isEmpty() ? models.getFirst() : null);
  }

  private DMNRuntime runtime(String xml) {
    var resources =
        Stream.concat(Stream.of(xml), imported.stream())
            .map(text -> ResourceFactory.newReaderResource(new StringReader(text), "UTF-8"))
            .toList();
    return DMNRuntimeBuilder.fromDefaults()
        .setOption(new RuntimeTypeCheckOption(true))
        .buildConfiguration()
        .fromResources(resources)
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

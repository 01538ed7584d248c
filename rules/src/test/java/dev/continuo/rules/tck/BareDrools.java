package dev.continuo.rules.tck;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The engine as it comes, which ours is compared with. */
final class BareDrools {
  private record Ready(DMNRuntime runtime, DMNModel model) {}

  private final Map<Path, Ready> ready = new HashMap<>();

  boolean passes(TckCase test) {
    try {
      var engine = ready.computeIfAbsent(test.model(), BareDrools::compile);
      var context = engine.runtime().newContext();
      test.inputs().forEach(context::set);
      var result =
          test.service().isEmpty()
              ? engine.runtime().evaluateAll(engine.model(), context)
              : engine.runtime().evaluateDecisionService(engine.model(), context, test.service());
      for (var expected : test.expected()) {
        var answer = result.getDecisionResultByName(expected.node());
        if (answer == null || !Same.test(expected.value(), answer.getResult())) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException | StackOverflowError broken) {
      return false;
    }
  }

  private static Ready compile(Path file) {
    try (var siblings = Files.list(file.getParent())) {
      var resources = new ArrayList<Resource>();
      for (var each : siblings.filter(f -> f.toString().endsWith(".dmn")).sorted().toList()) {
        resources.add(resource(Files.readString(each)));
      }
      var runtime =
          DMNRuntimeBuilder.fromDefaults()
              .setOption(new RuntimeTypeCheckOption(true))
              .buildConfiguration()
              .fromResources(resources)
              .getOrElseThrow(e -> new IllegalArgumentException(e.getMessage(), e));
      var alone = Files.readString(file);
      List<DMNModel> models = runtime.getModels();
      return new Ready(
          runtime,
          models.stream()
              .filter(
                  m ->
                      alone.contains("namespace=\"" + m.getNamespace() + "\"")
                          && alone.contains("\"" + m.getName() + "\""))
              .findFirst()
              .orElse(models.getFirst()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Resource resource(String xml) {
    return ResourceFactory.newReaderResource(new StringReader(xml), "UTF-8");
  }
}

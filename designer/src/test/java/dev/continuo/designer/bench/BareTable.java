package dev.continuo.designer.bench;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** A table on the decision engine as it comes, with nothing of ours. */
final class BareTable {
  private final DMNRuntime runtime;
  private final DMNModel model;
  private final String decision;

  BareTable(String xml, String decision) {
    this.runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(ResourceFactory.newReaderResource(new StringReader(xml), "UTF-8")))
            .getOrElseThrow(e -> new IllegalStateException(e));
    this.model = runtime.getModels().getFirst();
    this.decision = decision;
  }

  Object ask(Map<String, Object> inputs) {
    var context = runtime.newContext();
    inputs.forEach(context::set);
    return runtime
        .evaluateByName(model, context, decision)
        .getDecisionResultByName(decision)
        .getResult();
  }

  static String version() {
    var version = DMNRuntime.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}

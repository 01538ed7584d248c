package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;

/**
 * Asks a decision service: decisions that are asked together, with the answers of others handed in.
 */
final class ServiceCall {
  private final DMNRuntime runtime;
  private final DMNModel model;
  private final HitListener hits;

  ServiceCall(DMNRuntime runtime, DMNModel model, HitListener hits) {
    this.runtime = runtime;
    this.model = model;
    this.hits = hits;
  }

  Evaluation evaluate(String service, Map<String, ? extends @Nullable Object> values) {
    var context = runtime.newContext();
    values.forEach(context::set);
    try {
      hits.begin();
      var result = runtime.evaluateDecisionService(model, context, service);
      var rows = hits.end();
      var problems =
          new ArrayList<>(new EvaluationMessages(service, rows).findings(result.getMessages()));
      var outputs = new LinkedHashMap<String, @Nullable Object>();
      for (var answer : result.getDecisionResults()) {
        outputs.put(answer.getDecisionName(), AnswerValues.plain(answer.getResult()));
      }
      var value = outputs.size() == 1 ? outputs.values().iterator().next() : outputs;
      return new Evaluation(outputs, value, rows, problems);
    } catch (RuntimeException | StackOverflowError e) {
      var finding =
          Depth.exceeded(e)
              ? Depth.finding(service)
              : Finding.error(
                  "evaluation-broke",
                  Place.table(service),
                  "The decision service could not be evaluated.",
                  "The engine stopped: " + e,
                  "Look at the values handed in.");
      return Evaluation.failed(hits.end(), List.of(finding));
    }
  }
}

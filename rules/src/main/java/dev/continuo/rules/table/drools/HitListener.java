package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.DecisionShape;
import dev.continuo.rules.table.HitRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;

/**
 * Hears which rows hit. One per table; an evaluation runs on one thread from {@link #begin} to
 * {@link #end}.
 */
final class HitListener implements DMNRuntimeEventListener {
  private final ThreadLocal<@Nullable List<HitRow>> heard = new ThreadLocal<>();
  private final Map<String, DecisionShape> shapes = new HashMap<>();

  HitListener(List<DecisionShape> decisions) {
    decisions.forEach(decision -> shapes.put(decision.name(), decision));
  }

  void begin() {
    heard.set(new ArrayList<>(4));
  }

  /** The rows heard since {@link #begin}, which is forgotten. */
  List<HitRow> end() {
    var rows = heard.get();
    heard.remove();
    return rows == null ? List.of() : rows;
  }

  @Override
  public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
    var rows = heard.get();
    if (rows == null) {
      return;
    }
    var shape = shapes.get(event.getNodeName());
    // On a violated hit policy nothing is selected; all that matched are then the ones to look at.
    var numbers = severalAnswer(shape) || event.getSelected().isEmpty();
    for (int number : numbers ? event.getMatches() : event.getSelected()) {
      rows.add(row(shape, event.getNodeName(), number));
    }
  }

  private static boolean severalAnswer(@Nullable DecisionShape shape) {
    return shape != null && shape.hitPolicy().equals("OUTPUT ORDER");
  }

  private static HitRow row(@Nullable DecisionShape shape, String table, int number) {
    return shape != null && number <= shape.rows().size()
        ? shape.rows().get(number - 1)
        : new HitRow(number, "", "Row " + number, table);
  }
}

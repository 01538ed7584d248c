package dev.continuo.rules.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands in the text.
 *
 * @param type the {@code typeRef} of its answer
 * @param requires ids of the inputs and decisions it needs, in order
 * @param expression its logic as text where that is no table; empty otherwise
 * @param table its table, or null when its logic is something else
 */
public record DecisionContent(
    String id,
    String name,
    String description,
    String type,
    List<String> requires,
    String expression,
    @Nullable TableContent table) {
  public DecisionContent {
    requires = List.copyOf(requires);
  }

  public DecisionContent withTable(TableContent other) {
    return new DecisionContent(id, name, description, type, requires, expression, other);
  }
}

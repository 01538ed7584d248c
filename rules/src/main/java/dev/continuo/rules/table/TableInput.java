package dev.continuo.rules.table;

import java.util.List;

/**
 * A value that a model needs.
 *
 * @param name the name under which the value is handed over
 * @param label what people call it
 * @param type FEEL type name, {@code Any} when the model does not say
 * @param allowed the values it may take; empty when any value of the type will do
 */
public record TableInput(String name, String label, String type, List<String> allowed) {
  public TableInput {
    allowed = List.copyOf(allowed);
  }
}

package dev.continuo.rules.table;

import java.util.List;

/**
 * A value that a decision answers with.
 *
 * @param name the key in {@link Evaluation#outputs()}
 * @param label what people call it
 * @param type FEEL type name, {@code Any} when the model does not say
 * @param allowed the values it may take; empty when any value of the type will do
 */
public record TableOutput(String name, String label, String type, List<String> allowed) {
  public TableOutput {
    allowed = List.copyOf(allowed);
  }
}

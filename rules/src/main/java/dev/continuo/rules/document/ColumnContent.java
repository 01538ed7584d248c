package dev.continuo.rules.document;

/**
 * A column as it stands in the text; what is absent there is empty here.
 *
 * @param label what people read above it
 * @param expression an input's FEEL expression, or an output's name
 * @param expressionId id of an input's expression element
 * @param type the {@code typeRef} as written
 * @param values FEEL text of the values that the column may hold
 * @param valuesId id of the element with the values
 * @param fallback FEEL text of an output's default answer
 */
public record ColumnContent(
    String id,
    String label,
    String expression,
    String expressionId,
    String type,
    String values,
    String valuesId,
    String fallback) {

  /** What people call the column: its label, else its expression or name. */
  public String title() {
    return label.isEmpty() ? expression : label;
  }
}

package dev.continuo.rules.guard;

import java.util.List;
import java.util.Optional;

/**
 * One guard as its owner sees it.
 *
 * @param id stable, kebab-case
 * @param listens kinds of events that it looks at
 * @param says the sentence of a firing, with {@code {count}}, {@code {amount}}, {@code {subject}},
 *     {@code {detail}} and parameters in braces
 * @param advice what to do when it fires
 * @param help what it is for, with examples; Markdown
 */
public record Guard(
    String id,
    String title,
    List<String> listens,
    List<Parameter> parameters,
    String says,
    String advice,
    String help) {
  public Guard {
    listens = List.copyOf(listens);
    parameters = List.copyOf(parameters);
  }

  /** The parameter of this name. */
  public Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * A number that its owner may set.
   *
   * @param standard the value as shipped
   * @param least smallest allowed value
   * @param most largest allowed value
   * @param label what people call it
   */
  public record Parameter(String name, long standard, long least, long most, String label) {
    public boolean allows(long value) {
      return value >= least && value <= most;
    }
  }
}

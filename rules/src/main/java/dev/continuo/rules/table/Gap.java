package dev.continuo.rules.table;

import java.util.List;

/**
 * Values that no row of a table covers.
 *
 * @param finding the same in words, with an example
 * @param decisionId the decision whose table it is
 * @param conditions FEEL text of a row that would cover them, in the order of the input columns;
 *     {@link dev.continuo.rules.document.ModelDocument#withRow} adds that row
 */
public record Gap(Finding finding, String decisionId, List<String> conditions) {
  public Gap {
    conditions = List.copyOf(conditions);
  }
}

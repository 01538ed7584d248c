package dev.continuo.rules.diff;

import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param decisionId the decision it is in; empty when it concerns the model
 * @param decision the decision's name, or the model's
 * @param rowId id of the row; empty when no row is meant or it has none
 * @param rowBefore number of the row before, from 1; null when it was not there
 * @param rowAfter number of the row after, from 1; null when it is gone
 * @param column label of the column, or null when no single column is meant
 * @param before what was said before; empty when there was nothing
 * @param after what is said now; empty when there is nothing
 */
public record TableChange(
    Kind kind,
    String decisionId,
    String decision,
    String rowId,
    @Nullable Integer rowBefore,
    @Nullable Integer rowAfter,
    @Nullable String column,
    String before,
    String after) {

  /** What kind of change it is. */
  public enum Kind {
    MODEL_NAME,
    INPUT_ADDED,
    INPUT_REMOVED,
    INPUT_CHANGED,
    DECISION_ADDED,
    DECISION_REMOVED,
    DECISION_NAME,
    DECISION_DESCRIPTION,
    DECISION_TYPE,
    DECISION_NEEDS,
    DECISION_LOGIC,
    HIT_POLICY,
    COLUMN_ADDED,
    COLUMN_REMOVED,
    COLUMN_MOVED,
    COLUMN_LABEL,
    COLUMN_EXPRESSION,
    COLUMN_TYPE,
    COLUMN_VALUES,
    COLUMN_DEFAULT,
    ROW_ADDED,
    ROW_REMOVED,
    ROW_MOVED,
    ROW_DESCRIPTION,
    CELL
  }

  /** The change as a sentence, without the decision's name. */
  public String words() {
    return ChangeWords.of(this);
  }
}

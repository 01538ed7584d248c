package dev.continuo.rules.diff;

/** Says a change as a person would. */
final class ChangeWords {
  private ChangeWords() {}

  static String of(TableChange change) {
    return switch (change.kind()) {
      case MODEL_NAME -> "The model was called %s and is called %s.".formatted(two(change));
      case INPUT_ADDED -> "The input %s was added.".formatted(change.after());
      case INPUT_REMOVED -> "The input %s was removed.".formatted(change.before());
      case INPUT_CHANGED -> "The input %s is now %s.".formatted(two(change));
      case DECISION_ADDED -> "The decision %s was added.".formatted(change.decision());
      case DECISION_REMOVED -> "The decision %s was removed.".formatted(change.decision());
      case DECISION_NAME -> "It was called %s and is called %s.".formatted(two(change));
      case DECISION_DESCRIPTION -> "Its description %s.".formatted(became(change));
      case DECISION_TYPE -> "Its type %s.".formatted(became(change));
      case DECISION_NEEDS -> "What it needs %s.".formatted(became(change));
      case DECISION_LOGIC -> "Its logic %s.".formatted(became(change));
      case HIT_POLICY -> "The hit policy was %s and is %s.".formatted(two(change));
      case COLUMN_ADDED -> "Column \"%s\" was added.".formatted(change.column());
      case COLUMN_REMOVED -> "Column \"%s\" was removed.".formatted(change.column());
      case COLUMN_MOVED ->
          "Column \"%s\" moved from place %s to %s."
              .formatted(change.column(), change.before(), change.after());
      case COLUMN_LABEL -> "Column %s is called %s now.".formatted(two(change));
      case COLUMN_EXPRESSION -> column(change, "its expression");
      case COLUMN_TYPE -> column(change, "its type");
      case COLUMN_VALUES ->
          "Column \"%s\": its values were %s and are %s."
              .formatted(change.column(), shown(change.before()), shown(change.after()));
      case COLUMN_DEFAULT -> column(change, "its default answer");
      case ROW_ADDED -> "Row %d was added: %s.".formatted(change.rowAfter(), change.after());
      case ROW_REMOVED -> "Row %d was removed: %s.".formatted(change.rowBefore(), change.before());
      case ROW_MOVED ->
          "Row %d moved to place %d.".formatted(change.rowBefore(), change.rowAfter());
      case ROW_DESCRIPTION ->
          "Row %d: its description %s.".formatted(change.rowAfter(), became(change));
      case CELL ->
          "Row %d, column \"%s\": %s became %s."
              .formatted(
                  change.rowAfter(),
                  change.column(),
                  shown(change.before()),
                  shown(change.after()));
    };
  }

  private static String column(TableChange change, String what) {
    return "Column \"%s\": %s %s.".formatted(change.column(), what, became(change));
  }

  private static String became(TableChange change) {
    return "was %s and is %s".formatted(two(change));
  }

  private static Object[] two(TableChange change) {
    return new Object[] {shown(change.before()), shown(change.after())};
  }

  private static String shown(String text) {
    return text.isEmpty() ? "empty" : text;
  }
}

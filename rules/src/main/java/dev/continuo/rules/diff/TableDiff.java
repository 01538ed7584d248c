package dev.continuo.rules.diff;

import dev.continuo.rules.diff.TableChange.Kind;
import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.InputContent;
import dev.continuo.rules.document.ModelContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.TableContent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two texts of a model. Decisions, columns and rows are recognised by their ids, rows and
 * columns without a common id by what they say; so a row that moved is told as moved, not as
 * removed and added.
 */
public final class TableDiff {
  private final List<TableChange> changes = new ArrayList<>();

  private TableDiff() {}

  /**
   * The changes in the order in which a reader meets them.
   *
   * @throws dev.continuo.rules.document.UnreadableModel when a text is no DMN model
   */
  public static List<TableChange> between(String beforeXml, String afterXml) {
    return between(ModelDocument.open(beforeXml).content(), ModelDocument.open(afterXml).content());
  }

  /** The changes between two contents. */
  public static List<TableChange> between(ModelContent before, ModelContent after) {
    var diff = new TableDiff();
    diff.model(before, after);
    return List.copyOf(diff.changes);
  }

  private void model(ModelContent before, ModelContent after) {
    if (!before.name().equals(after.name())) {
      changes.add(
          new TableChange(
              Kind.MODEL_NAME,
              "",
              after.name(),
              "",
              null,
              null,
              null,
              before.name(),
              after.name()));
    }
    inputs(before, after);
    var pairs =
        Pairs.of(
            before.decisions(),
            after.decisions(),
            DecisionContent::id,
            (one, other) -> one.name().equals(other.name()));
    for (var removed : pairs.onlyBefore()) {
      changes.add(change(Kind.DECISION_REMOVED, removed, "", ""));
    }
    for (var added : pairs.onlyAfter()) {
      changes.add(change(Kind.DECISION_ADDED, added, "", ""));
    }
    for (var pair : pairs.both()) {
      decision(pair.before(), pair.after());
    }
  }

  private void inputs(ModelContent before, ModelContent after) {
    var pairs =
        Pairs.of(
            before.inputs(),
            after.inputs(),
            InputContent::name,
            (one, other) -> one.id().equals(other.id()));
    pairs.onlyBefore().forEach(i -> changes.add(input(Kind.INPUT_REMOVED, after, words(i), "")));
    pairs.onlyAfter().forEach(i -> changes.add(input(Kind.INPUT_ADDED, after, "", words(i))));
    for (var pair : pairs.both()) {
      if (!words(pair.before()).equals(words(pair.after()))) {
        changes.add(input(Kind.INPUT_CHANGED, after, words(pair.before()), words(pair.after())));
      }
    }
  }

  private static String words(InputContent input) {
    return input.type().isEmpty() ? input.name() : input.name() + " (" + input.type() + ")";
  }

  private static TableChange input(Kind kind, ModelContent model, String before, String after) {
    return new TableChange(kind, "", model.name(), "", null, null, null, before, after);
  }

  private void decision(DecisionContent before, DecisionContent after) {
    said(Kind.DECISION_NAME, after, before.name(), after.name());
    said(Kind.DECISION_DESCRIPTION, after, before.description(), after.description());
    said(Kind.DECISION_TYPE, after, before.type(), after.type());
    said(
        Kind.DECISION_NEEDS,
        after,
        String.join(", ", before.requires()),
        String.join(", ", after.requires()));
    if (before.table() != null && after.table() != null) {
      said(Kind.HIT_POLICY, after, policy(before.table()), policy(after.table()));
      changes.addAll(new TableChanges(after, before.table(), after.table()).found());
    } else {
      said(Kind.DECISION_LOGIC, after, logic(before), logic(after));
    }
  }

  private void said(Kind kind, DecisionContent decision, String before, String after) {
    if (!before.equals(after)) {
      changes.add(change(kind, decision, before, after));
    }
  }

  private static TableChange change(
      Kind kind, DecisionContent decision, String before, String after) {
    return new TableChange(
        kind, decision.id(), decision.name(), "", null, null, null, before, after);
  }

  private static String policy(TableContent table) {
    return table.aggregation().isEmpty()
        ? table.policy()
        : table.policy() + " " + table.aggregation();
  }

  private static String logic(DecisionContent decision) {
    @Nullable TableContent table = decision.table();
    return table == null
        ? decision.expression()
        : "a table with %d rows".formatted(table.rows().size());
  }
}

package dev.continuo.rules.diff;

import static dev.continuo.rules.table.ModelText.aTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.diff.TableChange.Kind;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.RandomModels;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TableDiffTest {
  private final String before =
      aTable()
          .row("\"gold\"", "< 400", "1", "\"a\"")
          .row("\"gold\"", ">= 400", "2", "\"b\"")
          .row("\"silver\"", "-", "3", "\"c\"")
          .xml();

  private static List<String> words(String before, String after) {
    return TableDiff.between(before, after).stream().map(TableChange::words).toList();
  }

  @RepeatedTest(10)
  void aModelDoesNotDifferFromItself(RepetitionInfo run) {
    var model = RandomModels.model(run.getCurrentRepetition(), 2);

    assertThat(TableDiff.between(model, model)).isEmpty();
  }

  @Test
  void namesACellByRowAndColumn() {
    var changes = TableDiff.between(before, before.replace(">= 400", ">= 500"));

    assertThat(changes).hasSize(1);
    var change = changes.getFirst();
    assertThat(change.words()).isEqualTo("Row 2, column \"Amount\": >= 400 became >= 500.");
    assertThat(change.kind()).isEqualTo(Kind.CELL);
    assertThat(change.rowId()).isEqualTo("row_2");
    assertThat(change.rowAfter()).isEqualTo(2);
  }

  @Test
  void namesRowsThatCameAndWent() {
    var document = ModelDocument.open(before);
    var table = document.content().decisions().getFirst().table();
    var more = document.withRow("discount", List.of("\"bronze\"", "-")).xml();

    assertThat(words(before, more)).containsExactly("Row 4 was added: Tier \"bronze\".");
    assertThat(words(more, before)).containsExactly("Row 4 was removed: Tier \"bronze\".");
    assertThat(table).isNotNull();
  }

  @Test
  void aRowThatMovedIsNotRemovedAndAdded() {
    var document = ModelDocument.open(before);
    var decision = document.content().decisions().getFirst();
    var rows = decision.table().rows();
    var moved =
        document
            .with(
                decision.withTable(
                    decision.table().withRows(List.of(rows.get(2), rows.get(0), rows.get(1)))))
            .xml();

    assertThat(words(before, moved)).containsExactly("Row 3 moved to place 1.");
  }

  @Test
  void rowsThatSayTheSameAreTheSameWhateverTheirIds() {
    assertThat(words(before, before.replace("row_", "other_").replace("cell_", "z_"))).isEmpty();
  }

  @Test
  void namesHitPolicyTypesValuesAndNames() {
    var after =
        before
            .replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"")
            .replace("\"gold\",\"silver\"", "\"gold\",\"silver\",\"bronze\"")
            .replace(
                "name='fit' label='FIT' typeRef='number'",
                "name='fit' label='Fit' typeRef='string'")
            .replace("name=\"Discounts\"", "name=\"Rebates\"");

    assertThat(words(before, after))
        .containsExactly(
            "The model was called Discounts and is called Rebates.",
            "The hit policy was UNIQUE and is FIRST.",
            "Column \"Tier\": its values were \"gold\",\"silver\" and are"
                + " \"gold\",\"silver\",\"bronze\".",
            "Column FIT is called Fit now.",
            "Column \"Fit\": its type was number and is string.");
  }

  @Test
  void namesInputsAndDecisionsThatCameAndWent() {
    var after =
        before
            .replace("</definitions>", "<decision id='new' name='New one'/></definitions>")
            .replace("name=\"amount\" typeRef=\"number\"", "name=\"amount\" typeRef=\"string\"");

    assertThat(words(before, after))
        .containsExactly(
            "The input amount (number) is now amount (string).", "The decision New one was added.");
  }
}

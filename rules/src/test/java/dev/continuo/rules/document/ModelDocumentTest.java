package dev.continuo.rules.document;

import static dev.continuo.rules.table.ModelText.aTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ModelDocumentTest {

  @RepeatedTest(30)
  void whatIsWrittenIsReadTheSame(RepetitionInfo run) {
    var content =
        RandomModels.model(run.getCurrentRepetition(), 1 + run.getCurrentRepetition() % 3);

    assertThat(ModelDocument.create(content).content()).isEqualTo(content);
  }

  @RepeatedTest(10)
  void aDecisionMayTakeAnothersPlace(RepetitionInfo run) {
    var document = ModelDocument.create(RandomModels.model(run.getCurrentRepetition(), 1));
    var other = RandomModels.model(1_000 + run.getCurrentRepetition(), 1).decisions().getFirst();
    var old = document.content().decisions().getFirst();
    var wanted =
        new DecisionContent(
            old.id(),
            other.name(),
            other.description(),
            old.type(),
            old.requires(),
            "",
            other.table());

    var changed = document.with(wanted).content().decisions().getFirst();

    assertThat(changed).isEqualTo(wanted);
  }

  @Test
  void whatNobodyLooksAtStays() {
    var xml =
        aTable()
            .row("\"gold\"", "-", "1", "\"a\"")
            .more(
                "<extensionElements><x:note xmlns:x='urn:x' by='me'>kept</x:note></extensionElements>")
            .xml()
            .replace("<rule id='row_1'>", "<rule id='row_1' foreign='yes'>");
    var document = ModelDocument.open(xml);
    var decision = document.content().decisions().getFirst();
    var table = Objects.requireNonNull(decision.table());
    var row = table.rows().getFirst();
    var changed =
        new RowContent(
            row.id(),
            row.description(),
            List.of(new CellContent("cell_1_0", "\"silver\""), row.inputs().get(1)),
            row.outputs(),
            row.notes());

    var text = document.with(decision.withTable(table.withRows(List.of(changed)))).xml();

    assertThat(text).contains("kept</x:note>").contains("foreign=\"yes\"").contains("\"silver\"");
    assertThat(text).doesNotContain("\"gold\"</text></inputEntry>");
  }

  @Test
  void theRowForAGapFillsIt() throws Exception {
    var tables = Tables.open();
    var xml =
        aTable()
            .row("\"gold\"", "< 400", "1", "\"a\"")
            .row("\"gold\"", "> 500", "2", "\"b\"")
            .row("\"silver\"", "-", "3", "\"c\"")
            .xml();
    var gap = tables.study(xml).get(60, TimeUnit.SECONDS).gaps().getFirst();
    assertThat(gap.conditions()).containsExactly("\"gold\"", "[400..500]");

    var filled = ModelDocument.open(xml).withRow(gap.decisionId(), gap.conditions()).xml();

    assertThat(tables.study(filled).get(60, TimeUnit.SECONDS).gaps()).isEmpty();
    var table = ((Compiled) tables.compile(filled)).table();
    assertThat(table.evaluate(Map.of("tier", "gold", "amount", 450)).hits())
        .extracting(hit -> hit.number())
        .containsExactly(4);
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatThrownBy(() -> ModelDocument.open("<!DOCTYPE a><a/>"))
        .isInstanceOfSatisfying(
            UnreadableModel.class, e -> assertThat(e.code()).isEqualTo("doctype-refused"));
    assertThatThrownBy(() -> ModelDocument.open("<a/>"))
        .isInstanceOfSatisfying(
            UnreadableModel.class, e -> assertThat(e.code()).isEqualTo("not-dmn"));
  }
}

package dev.continuo.designer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.sheet.Sheets;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartingTableTests {
  private final Tables tables = Tables.open();

  @Test
  void aNewTableAnswersAndNothingIsWrongWithIt() throws Exception {
    var xml = StartingTable.xml("who-pays", "Who pays <first> & \"second\"");
    var compilation = tables.compile(xml);

    assertThat(compilation.findings()).isEmpty();
    assertThat(tables.study(xml).get().findings()).isEmpty();
    var table = ((Compiled) compilation).table();
    assertThat(table.mainDecision().name()).isEqualTo("Who pays first second");
    assertThat(table.evaluate(Map.of("amount", 5)).outputs()).containsEntry("answer", "go on");
  }

  @Test
  void aSheetIsCalledWhatItsOwnerCallsIt() {
    var sheet = Sheets.read("sheet1.csv", "Tier,Price\ngold,1\n".getBytes(StandardCharsets.UTF_8));
    var xml = StartingTable.named(sheet.dmnXml().orElseThrow(), "Freight");

    assertThat(StartingTable.title(xml, "")).isEqualTo("Freight");
    assertThat(((Compiled) tables.compile(xml)).table().evaluate(Map.of("tier", "gold")).outputs())
        .isNotEmpty();
    assertThat(StartingTable.named(xml, "")).isEqualTo(xml);
    assertThat(StartingTable.named("no model", "Freight")).isEqualTo("no model");
  }

  @Test
  void aLongTableIsListedAndOnlySoMuchOfAnOldOneIsDrawn() {
    var rows = "gold,1\n".repeat(1_200);
    var xml =
        Sheets.read("long.csv", ("Tier,Price\n" + rows).getBytes(StandardCharsets.UTF_8))
            .dmnXml()
            .orElseThrow();

    assertThat(TableFrame.isLong(xml)).isTrue();
    assertThat(TableFrame.isLong(TableFrame.drawable(xml))).isFalse();
    var drawn = ModelDocument.open(TableFrame.drawable(xml)).content().decisions().getFirst();
    assertThat(drawn.table()).isNotNull();
    assertThat(TableFrame.isLong(StartingTable.xml("a", "A"))).isFalse();
  }

  @Test
  void aNameIsOneThatExpressionsCanUse() {
    for (var title :
        List.of("Who's asked?", "2026: prices", "Ja, nein (vielleicht)", "Größe+Preis")) {
      assertThat(tables.compile(StartingTable.xml("a", title)).findings()).as(title).isEmpty();
    }
  }

  @Test
  void aShortNameIsMadeOfATitle() {
    assertThat(StartingTable.idOf("  Rabatt für Kunden 2026 ")).isEqualTo("rabatt-fur-kunden-2026");
    assertThat(StartingTable.idOf("9 lives")).isEqualTo("lives");
  }
}

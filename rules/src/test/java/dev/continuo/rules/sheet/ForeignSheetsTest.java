package dev.continuo.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.TableContent;
import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Tables;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ForeignSheetsTest {

  private static SheetReading csv(String text) {
    return Sheets.read("Prices.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static TableContent table(SheetReading reading) {
    var table =
        ModelDocument.open(reading.dmnXml().orElseThrow()).content().decisions().getFirst().table();
    assertThat(table).isNotNull();
    return table;
  }

  private static CompiledTable compiled(SheetReading reading) {
    var compilation = Tables.open().compile(reading.dmnXml().orElseThrow());
    assertThat(compilation).as("%s", compilation.findings()).isInstanceOf(Compiled.class);
    return ((Compiled) compilation).table();
  }

  @Test
  void aPlainTableAnswers() {
    var reading =
        csv(
            "when,when,then,then,\n"
                + "Client tier,Order amount,Discount,Ask me,Comment\n"
                + "gold,>= 1000,10,yes,Large orders\n"
                + "\"gold, silver\",100-999,5,no,\n"
                + "any,up to 99.99,0,no,Everything small\n");
    var table = compiled(reading);

    assertThat(table.evaluate(Map.of("clientTier", "gold", "orderAmount", 1000)).outputs())
        .isEqualTo(Map.of("discount", BigDecimal.TEN, "askMe", true));
    assertThat(table.evaluate(Map.of("clientTier", "silver", "orderAmount", 100)).outputs())
        .containsEntry("discount", new BigDecimal("5"));
    assertThat(
            table.evaluate(Map.of("clientTier", "x", "orderAmount", 5)).hits().getFirst().words())
        .isEqualTo("Everything small");
    assertThat(table.mainDecision().hitPolicy()).isEqualTo("FIRST");
    assertThat(reading.findings()).extracting(Finding::code).containsExactly("hit-policy-assumed");
  }

  @Test
  void whereNothingSaysItTheLastColumnAnswersAndThatIsSaid() {
    var reading = csv("Day;Open\n2026-01-01;false\n>= 2026-01-02;true\n");

    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactly("answer-column-assumed", "hit-policy-assumed");
    assertThat(compiled(reading).evaluate(Map.of("day", "2026-03-01")).outputs())
        .isEqualTo(Map.of("open", true));
  }

  private static void fill(Workbook workbook, boolean merged) {
    var lines =
        List.of(
            List.of("", "RuleSet", "com.example.prices"),
            List.of("", "Import", "com.example.Order"),
            List.of("", "Sequential", "true"),
            List.of(""),
            List.of("RuleTable Discounts"),
            List.of("NAME", "CONDITION", "CONDITION", "CONDITION", "ACTION", "ACTION", "PRIORITY"),
            List.of("", "order : Order", "order : Order", "order : Order", "", "", ""),
            List.of(
                "",
                "client.tier == \"$param\"",
                "amount >= $1, amount <= $2",
                "eval(isHoliday())",
                "order.setDiscount($param);",
                "order.setNote(\"$param\");",
                ""),
            List.of("Name", "Tier", "Amount", "Holiday", "Discount", "Note", "Priority"),
            List.of("Gold small", "gold", "0, 100", "x", "5", "thank you", "1"),
            List.of("Gold large", "gold", "101, 999", "", "10", "", "2"),
            List.of("Others", "", "1000, 9999", "", "0", "none", "3"));
    var sheet = workbook.createSheet("Tables");
    for (int i = 0; i < lines.size(); i++) {
      var row = sheet.createRow(i);
      for (int j = 0; j < lines.get(i).size(); j++) {
        row.createCell(j).setCellValue(lines.get(i).get(j));
      }
    }
    if (merged) {
      sheet.addMergedRegion(new CellRangeAddress(6, 6, 1, 3));
    }
  }

  private static void assertClassic(SheetReading reading) {
    var table = compiled(reading);
    assertThat(table.inputs()).extracting(input -> input.name()).containsExactly("tier", "amount");
    assertThat(table.evaluate(Map.of("tier", "gold", "amount", 150)).outputs())
        .containsEntry("discount", BigDecimal.TEN)
        .containsEntry("note", null);
    assertThat(table(reading).rows())
        .extracting(row -> row.description())
        .containsExactly("Gold small", "Gold large", "Others");
    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactly(
            "setting-not-mapped",
            "setting-not-mapped",
            "column-not-mapped",
            "column-not-mapped",
            "hit-policy-assumed");
    assertThat(reading.findings().get(2).what())
        .isEqualTo("The column was left out: eval(isHoliday())");
  }

  @Test
  void theClassicLayoutMapsWhereItCanAndNamesTheRest() throws Exception {
    var xlsx = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook()) {
      fill(workbook, true);
      workbook.write(xlsx);
    }
    var xls = new ByteArrayOutputStream();
    try (var workbook = new HSSFWorkbook()) {
      fill(workbook, false);
      workbook.write(xls);
    }

    assertClassic(Sheets.read("classic.xlsx", xlsx.toByteArray()));
    assertClassic(Sheets.read("classic.xls", xls.toByteArray()));
  }

  @Test
  void aValueThatCannotBeComparedIsNamedAndTakenAsText() {
    var reading =
        csv(
            "RuleSet,x\nRuleTable Ages\nCONDITION,ACTION\nPerson,\nage > $param,p.setOk($param);\n"
                + "Age,Ok\n18,true\nmany,false\n");

    assertThat(reading.findings()).extracting(Finding::code).contains("cell-not-mapped");
  }
}

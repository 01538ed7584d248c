package dev.continuo.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.document.ModelContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.RandomModels;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.ModelText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SheetsTest {

  private static ModelContent content(SheetReading reading) {
    assertThat(reading.dmnXml()).as("%s", reading.findings()).isPresent();
    return ModelDocument.open(reading.dmnXml().orElseThrow()).content();
  }

  @RepeatedTest(60)
  void aWorkbookComesBackIdentical(RepetitionInfo run) {
    var model = RandomModels.model(run.getCurrentRepetition(), 1 + run.getCurrentRepetition() % 3);
    var xml = ModelDocument.create(model).xml();

    var reading = Sheets.read("t.xlsx", Sheets.toXlsx(xml));

    assertThat(content(reading)).isEqualTo(model);
    assertThat(reading.findings()).isEmpty();
  }

  @RepeatedTest(60)
  void commaSeparatedTextComesBackIdentical(RepetitionInfo run) {
    var model = RandomModels.model(run.getCurrentRepetition(), 1);
    var xml = ModelDocument.create(model).xml();
    var csv = Sheets.toCsv(xml, model.decisions().getFirst().id());

    var reading = Sheets.read("t.csv", csv.getBytes(StandardCharsets.UTF_8));

    assertThat(content(reading)).isEqualTo(model);
  }

  @Test
  void aListBecomesAWorkbookOfTextThatNoFormulaComesOutOf() throws Exception {
    var rows = List.of(List.of("run", "outcome"), List.of("7", "=1+1"), List.of("8", "ask"));

    try (var workbook =
        WorkbookFactory.create(new ByteArrayInputStream(Sheets.listToXlsx("gate-policy", rows)))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
      var sheet = workbook.getSheet("gate-policy");
      assertThat(sheet.getPhysicalNumberOfRows()).isEqualTo(3);
      var cell = sheet.getRow(1).getCell(1);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
    }
  }

  @Test
  void diagramsAndExtensionsComeThroughAWorkbook() {
    var xml =
        ModelText.aTable()
            .row("\"gold\"", "-", "1", "\"a\"")
            .more("<extensionElements><x:note xmlns:x='urn:x'>kept</x:note></extensionElements>")
            .xml();

    assertThat(Sheets.read("t.xlsx", Sheets.toXlsx(xml)).dmnXml().orElseThrow())
        .contains("kept</x:note>");
  }

  @Test
  void noCellOfAnExportedTableIsAFormula() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      var model = RandomModels.model(seed, 1);
      var xml = ModelDocument.create(model).xml();
      try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(Sheets.toXlsx(xml)))) {
        for (var row : workbook.getSheetAt(0)) {
          for (var cell : row) {
            assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
          }
        }
      }
      for (var row : Sheets.toCsv(xml, model.decisions().getFirst().id()).split("\r\n")) {
        assertThat(row).doesNotContainPattern("(^|,)\"?[=+@]").doesNotContainPattern("(^|,)-");
      }
    }
  }

  @Test
  void whatAPersonChangesInTheSheetIsWhatChanges() throws Exception {
    var xml =
        ModelText.aTable()
            .row("\"gold\"", "< 400", "1", "\"a\"")
            .row("\"silver\"", "-", "2", "\"b\"")
            .xml();
    var bytes = new ByteArrayOutputStream();
    try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(Sheets.toXlsx(xml)))) {
      var sheet = workbook.getSheetAt(0);
      int first = Layout.HEAD.size();
      sheet.getRow(first).getCell(4).setCellValue(7);
      var copy = sheet.createRow(first + 2);
      for (var cell : sheet.getRow(first + 1)) {
        copy.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue());
      }
      copy.getCell(2).setCellValue("\"bronze\"");
      workbook.write(bytes);
    }

    var table = content(Sheets.read("t.xlsx", bytes.toByteArray())).decisions().getFirst().table();

    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows().get(0).outputs().get(0).text()).isEqualTo("7");
    assertThat(table.rows().get(0).id()).isEqualTo("row_1");
    assertThat(table.rows().get(2).inputs().get(0).text()).isEqualTo("\"bronze\"");
    assertThat(table.rows()).extracting(row -> row.id()).doesNotHaveDuplicates();
  }

  @Test
  void commaSeparatedTextReplacesItsTableInADraft() {
    var xml =
        ModelText.aTable()
            .row("\"gold\"", "< 400", "1", "\"a\"")
            .more("<decision id='other' name='Other'/>")
            .xml();
    var csv = Sheets.toCsv(xml, "discount").replace("< 400", "< 500");

    var model =
        content(Sheets.read("t.csv", csv.getBytes(StandardCharsets.UTF_8), Optional.of(xml)));

    assertThat(model.decisions()).extracting(d -> d.id()).containsExactly("discount", "other");
    assertThat(model.decisions().getFirst().table().rows().getFirst().inputs().get(1).text())
        .isEqualTo("< 500");
  }

  @Test
  void aFormulaIsNotComputed() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet("Prices");
      var titles = sheet.createRow(0);
      titles.createCell(0).setCellValue("Amount");
      titles.createCell(1).setCellValue("Price");
      var row = sheet.createRow(1);
      row.createCell(0).setCellValue(5);
      row.createCell(1).setCellFormula("WEBSERVICE(\"http://127.0.0.1/\")");
      workbook.write(bytes);
    }

    assertThat(Sheets.read("t.xlsx", bytes.toByteArray()).findings())
        .extracting(Finding::code)
        .contains("sheet-formula");
  }

  @Test
  void aFileThatUnpacksWithoutBoundIsRefused() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          ("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                  + "<Default Extension='rels'"
                  + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                  + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>")
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 60; i++) {
        zip.write(zeros);
      }
    }

    var reading = Sheets.read("bomb.xlsx", bytes.toByteArray());

    assertThat(reading.dmnXml()).isEmpty();
    assertThat(reading.findings().getFirst().code()).isEqualTo("sheet-unreadable");
  }

  @Test
  void saysWhatCannotBeRead() {
    assertThat(Sheets.read("t.xlsx", new byte[] {1, 2, 3}).findings())
        .extracting(Finding::code)
        .containsExactly("sheet-unreadable");
    assertThat(Sheets.read("t.csv", "\"open".getBytes(StandardCharsets.UTF_8)).findings())
        .extracting(Finding::code)
        .containsExactly("csv-quote-open");
    assertThat(Sheets.read("t.csv", "only words".getBytes(StandardCharsets.UTF_8)).findings())
        .extracting(Finding::code)
        .isEqualTo(List.of("sheet-without-table", "sheet-left-out"));
    assertThat(Sheets.read("t.csv", "a,".repeat(300).getBytes(StandardCharsets.UTF_8)).findings())
        .extracting(Finding::code)
        .containsExactly("sheet-too-large");
  }
}

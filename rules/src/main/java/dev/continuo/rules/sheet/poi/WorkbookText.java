package dev.continuo.rules.sheet.poi;

import dev.continuo.rules.sheet.Csv;
import dev.continuo.rules.sheet.Grid;
import dev.continuo.rules.sheet.UnreadableSheet;
import dev.continuo.rules.sheet.Workbooks;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;

/** What the cells of a workbook say, as text. */
final class WorkbookText {
  private static final int MOST_NOTES = 50;

  private final Workbook workbook;
  private final List<Finding> findings = new ArrayList<>();

  WorkbookText(Workbook workbook) {
    this.workbook = workbook;
  }

  Workbooks.Contents contents() {
    var grids = new ArrayList<Grid>();
    for (var sheet : workbook) {
      grids.add(grid(sheet));
    }
    return new Workbooks.Contents(grids, findings.stream().limit(MOST_NOTES).toList());
  }

  private Grid grid(Sheet sheet) {
    if (sheet.getPhysicalNumberOfRows() > Csv.MOST_ROWS
        || sheet.getLastRowNum() >= Csv.MOST_ROWS * 2) {
      throw UnreadableSheet.tooLarge(
          "Sheet %s has more than %,d rows.".formatted(sheet.getSheetName(), Csv.MOST_ROWS));
    }
    var rows = new ArrayList<List<String>>();
    for (var row : sheet) {
      while (rows.size() < row.getRowNum()) {
        rows.add(List.of());
      }
      rows.add(cells(sheet, row));
    }
    merged(sheet, rows);
    return new Grid(sheet.getSheetName(), rows);
  }

  private List<String> cells(Sheet sheet, Row row) {
    if (row.getLastCellNum() > Csv.MOST_COLUMNS) {
      throw UnreadableSheet.tooLarge(
          "Row %d of sheet %s has more than %,d cells."
              .formatted(row.getRowNum() + 1, sheet.getSheetName(), Csv.MOST_COLUMNS));
    }
    var cells = new ArrayList<String>();
    for (var cell : row) {
      while (cells.size() < cell.getColumnIndex()) {
        cells.add("");
      }
      cells.add(text(sheet, cell));
    }
    return cells;
  }

  private String text(Sheet sheet, Cell cell) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    if (formula) {
      findings.add(
          Finding.warning(
              "sheet-formula",
              new Place(
                  sheet.getSheetName(),
                  cell.getRowIndex() + 1,
                  CellReference.convertNumToColString(cell.getColumnIndex()),
                  null),
              "The cell holds a formula.",
              "It was not computed; what it showed last was taken.",
              "Check the value."));
    }
    return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case NUMERIC -> number(cell);
      case BLANK, ERROR, FORMULA, _NONE -> "";
    };
  }

  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      var moment = cell.getLocalDateTimeCellValue();
      return moment.toLocalTime().toSecondOfDay() == 0
          ? moment.toLocalDate().toString()
          : moment.toString();
    }
    return BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
  }

  /**
   * A cell that is merged over several columns speaks for all of them, as in the classic layout.
   */
  private static void merged(Sheet sheet, List<List<String>> rows) {
    for (var region : sheet.getMergedRegions()) {
      int row = region.getFirstRow();
      if (region.getLastRow() != row
          || row >= rows.size()
          || region.getLastColumn() >= Csv.MOST_COLUMNS
          || region.getFirstColumn() >= rows.get(row).size()) {
        continue;
      }
      var cells = rows.get(row);
      for (int column = region.getFirstColumn() + 1; column <= region.getLastColumn(); column++) {
        while (cells.size() <= column) {
          cells.add("");
        }
        cells.set(column, cells.get(region.getFirstColumn()));
      }
    }
  }
}

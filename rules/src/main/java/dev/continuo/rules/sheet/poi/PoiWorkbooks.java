package dev.continuo.rules.sheet.poi;

import dev.continuo.rules.sheet.Csv;
import dev.continuo.rules.sheet.Grid;
import dev.continuo.rules.sheet.UnreadableSheet;
import dev.continuo.rules.sheet.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * {@link Workbooks} with Apache POI. A file may unpack to a hundred times its size at most and to
 * 200 MB; more is taken for an attack.
 */
public final class PoiWorkbooks implements Workbooks {
  private static final int LARGEST = 20_000_000;
  private static final int MOST_SHEETS = 50;
  private static final int LONGEST_CELL = 32_767;
  private static final int WIDEST = 60 * 256;
  private static final Pattern ESCAPE = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

  static {
    ZipSecureFile.setMinInflateRatio(0.01);
    ZipSecureFile.setMaxEntrySize(200_000_000L);
    ZipSecureFile.setMaxTextSize(200_000_000L);
    ZipSecureFile.setMaxFileCount(1_000);
  }

  @Override
  public Contents read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw UnreadableSheet.tooLarge("The file has %,d bytes.".formatted(bytes.length));
    }
    try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
      if (workbook.getNumberOfSheets() > MOST_SHEETS) {
        throw UnreadableSheet.tooLarge("It has more than %d sheets.".formatted(MOST_SHEETS));
      }
      return new WorkbookText(workbook).contents();
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnreadableSheet unreadable) {
        throw unreadable;
      }
      throw new UnreadableSheet(
          "sheet-unreadable",
          "The file cannot be read as a spreadsheet.",
          String.valueOf(e.getMessage()),
          "Save it as .xlsx or .csv without a password and try again.");
    }
  }

  @Override
  public byte[] write(List<Page> pages, Grid hidden) {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var styles = new Styles(workbook);
      var names = new HashSet<String>();
      for (var page : pages) {
        write(workbook.createSheet(name(page.grid().name(), names)), page, styles);
      }
      if (!hidden.rows().isEmpty()) {
        fill(workbook.createSheet(hidden.name()), hidden, styles.text());
        workbook.setSheetVisibility(workbook.getNumberOfSheets() - 1, SheetVisibility.VERY_HIDDEN);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A workbook could not be written to memory.", e);
    }
  }

  private static String name(String wanted, Set<String> taken) {
    var safe = WorkbookUtil.createSafeSheetName(wanted.isBlank() ? "Table" : wanted);
    var name = safe;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      var suffix = " " + i;
      name = safe.substring(0, Math.min(safe.length(), 31 - suffix.length())) + suffix;
    }
    return name;
  }

  private static void write(Sheet sheet, Page page, Styles styles) {
    fill(sheet, page.grid(), styles.text());
    for (int row = 0; row < page.headerRows() && row < page.grid().rows().size(); row++) {
      for (var cell : sheet.getRow(row)) {
        cell.setCellStyle(styles.header());
      }
    }
    page.hiddenRows().forEach(row -> sheet.getRow(row).setZeroHeight(true));
    if (page.hiddenColumn() >= 0) {
      sheet.setColumnHidden(page.hiddenColumn(), true);
    }
    for (int column = 0; column < widest(page.grid()); column++) {
      sheet.setColumnWidth(column, width(page.grid(), column, page.headerRows() > 6 ? 6 : 0));
      sheet.setDefaultColumnStyle(column, styles.text());
    }
    if (page.hiddenColumn() >= 0) {
      sheet.setColumnHidden(page.hiddenColumn(), true);
    }
    sheet.createFreezePane(Math.min(2, widest(page.grid())), page.headerRows());
  }

  private static void fill(Sheet sheet, Grid grid, CellStyle style) {
    for (int i = 0; i < grid.rows().size(); i++) {
      var row = sheet.createRow(i);
      var cells = grid.rows().get(i);
      for (int j = 0; j < cells.size(); j++) {
        var text = ESCAPE.matcher(cells.get(j)).replaceAll("_x005F_$1");
        if (text.length() > LONGEST_CELL) {
          throw UnreadableSheet.tooLarge(
              "A cell has %,d characters; a spreadsheet holds %,d."
                  .formatted(text.length(), LONGEST_CELL));
        }
        var cell = row.createCell(j);
        cell.setCellStyle(style);
        cell.setCellValue(text);
      }
    }
  }

  private static int widest(Grid grid) {
    return Math.min(Csv.MOST_COLUMNS, grid.rows().stream().mapToInt(List::size).max().orElse(0));
  }

  private static int width(Grid grid, int column, int from) {
    int longest = 8;
    for (int row = from; row < Math.min(grid.rows().size(), 100); row++) {
      longest = Math.max(longest, grid.at(row, column).length() + 2);
    }
    return Math.min(WIDEST, longest * 256);
  }

  /**
   * All cells are text ({@code @}), so that a spreadsheet never takes one for a formula or date.
   */
  private record Styles(CellStyle text, CellStyle header) {
    Styles(Workbook workbook) {
      this(text(workbook), header(workbook));
    }

    private static CellStyle text(Workbook workbook) {
      var style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat("@"));
      style.setQuotePrefixed(true);
      style.setVerticalAlignment(VerticalAlignment.TOP);
      style.setWrapText(true);
      return style;
    }

    private static CellStyle header(Workbook workbook) {
      var style = text(workbook);
      var font = workbook.createFont();
      font.setBold(true);
      style.setFont(font);
      style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setBorderBottom(BorderStyle.THIN);
      return style;
    }
  }
}

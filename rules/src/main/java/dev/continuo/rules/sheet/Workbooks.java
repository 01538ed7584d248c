package dev.continuo.rules.sheet;

import dev.continuo.rules.table.Finding;
import java.util.List;

/** Workbooks as bytes, there and back; the one place behind which a spreadsheet library stands. */
public interface Workbooks {

  /** Sheet names start with this where the sheet is not for people. */
  String HIDDEN = "continuo";

  /**
   * What a workbook holds.
   *
   * @param findings formulas and other things that are not taken as they are
   */
  record Contents(List<Grid> grids, List<Finding> findings) {
    public Contents {
      grids = List.copyOf(grids);
      findings = List.copyOf(findings);
    }
  }

  /**
   * A sheet to write.
   *
   * @param headerRows how many rows stand above the first row of the table
   * @param hiddenRows rows that are no business of a reader, from 0
   * @param hiddenColumn the column that is no business of a reader; -1 for none
   */
  record Page(Grid grid, int headerRows, List<Integer> hiddenRows, int hiddenColumn) {
    public Page {
      hiddenRows = List.copyOf(hiddenRows);
    }
  }

  /**
   * Every cell is written as text.
   *
   * @param hidden a sheet that nobody sees; left out where it has no rows
   */
  byte[] write(List<Page> pages, Grid hidden);

  /**
   * Reads XLS or XLSX. Formulas are not computed.
   *
   * @throws UnreadableSheet when it is no workbook, or more than can be read with care
   */
  Contents read(byte[] bytes);
}

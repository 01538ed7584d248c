package dev.continuo.rules.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated text (RFC 4180). What is written is safe to open in a spreadsheet: a cell that
 * would be taken for a formula gets an apostrophe in front, which reading takes away again.
 */
public final class Csv {
  /** Characters, rows and columns that are read at most. */
  public static final int MOST_CHARACTERS = 16_000_000;

  public static final int MOST_ROWS = 20_000;
  public static final int MOST_COLUMNS = 200;
  private static final String FORMULA_STARTS = "=+-@\t\r'";

  private Csv() {}

  /** Writes rows with commas and line ends as spreadsheets expect them. */
  public static String write(List<List<String>> rows) {
    var text = new StringBuilder();
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        text.append(i == 0 ? "" : ",").append(quoted(row.get(i)));
      }
      text.append("\r\n");
    }
    return text.toString();
  }

  /**
   * Reads rows; the separator is the comma, semicolon or tab that the first line uses most.
   *
   * @throws UnreadableSheet when there is more than can be read with care, or a quote stays open
   */
  public static List<List<String>> read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw UnreadableSheet.tooLarge("The file has %,d characters.".formatted(text.length()));
    }
    return new Csv.Reader(text.startsWith("\uFEFF") ? text.substring(1) : text).rows();
  }

  private static String quoted(String cell) {
    var safe = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    return safe.chars().anyMatch(c -> ",;\"\n\r\t".indexOf(c) >= 0)
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static String plain(String cell) {
    return cell.length() > 1
            && cell.charAt(0) == '\''
            && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  private static final class Reader {
    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    Reader(String text) {
      this.text = text;
      this.separator = separator(text);
    }

    List<List<String>> rows() {
      while (at < text.length()) {
        cell();
      }
      if (!row.isEmpty()) {
        endOfRow();
      }
      return rows;
    }

    private void cell() {
      var cell = new StringBuilder();
      boolean quoted = text.charAt(at) == '"';
      if (quoted) {
        at++;
        quotedPart(cell);
      }
      while (at < text.length() && !isEnd(text.charAt(at))) {
        cell.append(text.charAt(at++));
      }
      row.add(plain(cell.toString()));
      if (row.size() > MOST_COLUMNS) {
        throw UnreadableSheet.tooLarge("A row has more than %,d cells.".formatted(MOST_COLUMNS));
      }
      if (at >= text.length()) {
        return;
      }
      if (text.charAt(at) == separator) {
        at++;
        if (at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
          row.add("");
        } else {
          return;
        }
      }
      lineEnd();
      endOfRow();
    }

    private void quotedPart(StringBuilder cell) {
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c != '"') {
          cell.append(c);
        } else if (at < text.length() && text.charAt(at) == '"') {
          cell.append('"');
          at++;
        } else {
          return;
        }
      }
      throw new UnreadableSheet(
          "csv-quote-open",
          "A quoted cell does not end.",
          "In row %d a quote opens that nothing closes.".formatted(rows.size() + 1),
          "Write the file again from the spreadsheet.");
    }

    private boolean isEnd(char c) {
      return c == separator || c == '\n' || c == '\r';
    }

    private void lineEnd() {
      if (at < text.length() && text.charAt(at) == '\r') {
        at++;
      }
      if (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
    }

    private void endOfRow() {
      rows.add(row);
      row = new ArrayList<>();
      if (rows.size() > MOST_ROWS) {
        throw UnreadableSheet.tooLarge("It has more than %,d rows.".formatted(MOST_ROWS));
      }
    }

    private static char separator(String text) {
      int end = text.indexOf('\n');
      var line = end < 0 ? text : text.substring(0, end);
      char best = ',';
      long most = 0;
      for (char candidate : new char[] {',', ';', '\t'}) {
        long count = line.chars().filter(c -> c == candidate).count();
        if (count > most) {
          most = count;
          best = candidate;
        }
      }
      return best;
    }
  }
}

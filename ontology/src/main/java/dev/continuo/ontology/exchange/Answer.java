package dev.continuo.ontology.exchange;

import java.util.List;
import java.util.Map;

/** What memory answers to a question in SPARQL. */
public sealed interface Answer {
  /** The version of memory it was answered from. */
  String asOf();

  /**
   * Rows of a SELECT.
   *
   * @param rows values by column; an unbound one is missing
   * @param truncated true when there were more rows than the limit
   */
  record Rows(String asOf, List<String> columns, List<Map<String, Cell>> rows, boolean truncated)
      implements Answer {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /** The table (RFC 4180) with its head; no cell is a formula to a spreadsheet. */
    public String csv() {
      var lines = new StringBuilder(Csv.line(columns));
      rows.forEach(
          row ->
              lines.append(
                  Csv.line(
                      columns.stream()
                          .map(column -> row.containsKey(column) ? row.get(column).text() : "")
                          .toList())));
      return lines.toString();
    }
  }

  /**
   * One value.
   *
   * @param text the IRI or the literal's text
   * @param datatype of a literal; empty for a thing
   */
  record Cell(String text, String datatype) {}

  /** The answer to an ASK. */
  record Verdict(String asOf, boolean holds) implements Answer {}
}

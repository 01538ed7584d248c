package dev.continuo.designer.memory.carry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Paths;
import dev.continuo.designer.memory.Soft;
import dev.continuo.ontology.exchange.Answer;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answer to a question: a yes or no, or a table that can be taken along. */
final class QueryAnswer extends Div {
  private static final int SHOWN = 300;
  private static final String ENTITY = "urn:continuo:entity:";
  private static final String EPISODE = "urn:continuo:episode:";

  QueryAnswer(Answer answer, long millis) {
    addClassName("query-answer");
    switch (answer) {
      case Answer.Verdict verdict -> {
        Span words = new Span(verdict.holds() ? "Yes" : "No");
        words.addClassName("query-verdict");
        add(words, Soft.words(millis + " ms"));
      }
      case Answer.Rows rows -> table(rows, millis);
    }
  }

  private void table(Answer.Rows rows, long millis) {
    String count =
        FactWords.count(rows.rows().size(), "row")
            + (rows.truncated() ? ", and there are more: narrow the question" : "")
            + (rows.rows().size() > SHOWN ? ", the first " + SHOWN + " shown" : "");
    Div head = new Div(new Span(count), Soft.words(millis + " ms"));
    head.addClassName("query-head");
    add(head);
    if (rows.rows().isEmpty()) {
      add(new Paragraph("Nothing in memory fits the question."));
      return;
    }
    Anchor csv = new Anchor(file(rows), "Take it along as CSV");
    csv.setDownload(true);
    head.add(csv);
    NativeTable table = new NativeTable();
    NativeTableRow names = new NativeTableRow();
    rows.columns().forEach(column -> names.add(new NativeTableHeaderCell(column)));
    NativeTableHeader top = new NativeTableHeader(names);
    NativeTableBody body = new NativeTableBody();
    rows.rows().stream().limit(SHOWN).forEach(row -> body.add(line(rows, row)));
    table.add(top, body);
    Div frame = new Div(table);
    frame.addClassNames("panel", "query-table");
    frame.getElement().setAttribute("tabindex", "0");
    frame.getElement().setAttribute("aria-label", "Answer");
    add(frame);
  }

  private static NativeTableRow line(Answer.Rows rows, Map<String, Answer.Cell> row) {
    NativeTableRow line = new NativeTableRow();
    rows.columns()
        .forEach(
            column -> {
              Answer.Cell cell = row.get(column);
              line.add(cell == null ? new NativeTableCell() : new NativeTableCell(words(cell)));
            });
    return line;
  }

  /** A thing that has a page leads to it. */
  private static Component words(Answer.Cell cell) {
    String text = cell.text();
    if (text.startsWith(ENTITY)) {
      return new Anchor(Paths.entity(decoded(text, ENTITY)), decoded(text, ENTITY));
    }
    if (text.startsWith(EPISODE)) {
      return new Anchor(Paths.episode(decoded(text, EPISODE)), decoded(text, EPISODE));
    }
    return new Span(text);
  }

  private static String decoded(String iri, String start) {
    return URLDecoder.decode(
        iri.substring(start.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static DownloadHandler file(Answer.Rows rows) {
    return DownloadHandler.fromInputStream(
        asked -> {
          byte[] csv = rows.csv().getBytes(StandardCharsets.UTF_8);
          return new DownloadResponse(
              new ByteArrayInputStream(csv), "answer.csv", "text/csv", csv.length);
        });
  }
}

package dev.continuo.designer.memory.carry;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.ontology.exchange.Exchange;
import dev.continuo.ontology.exchange.Format;
import java.io.BufferedOutputStream;
import java.time.LocalDate;

/** Each format with what it is good for. */
final class ExportPanel extends Div {
  ExportPanel(Exchange exchange) {
    addClassNames("panel", "carry-out");
    Paragraph about =
        new Paragraph("Every fact of all times with its source, its sentence and who accepted it.");
    about.addClassName("soft");
    add(new H2("Take it out"), about);
    for (Format format : Format.values()) {
      add(line(exchange, format));
    }
  }

  private static Div line(Exchange exchange, Format format) {
    String name = title(format);
    Anchor link = new Anchor(file(exchange, format), "");
    link.add(Glyph.NOTE.icon());
    link.add(name);
    link.setDownload(true);
    Div line = new Div(link, Soft.words(good(format)));
    line.addClassName("carry-line");
    return line;
  }

  private static DownloadHandler file(Exchange exchange, Format format) {
    return download -> {
      download.setFileName("memory-" + LocalDate.now() + "." + format.extension());
      download.setContentType(format.mediaType());
      try (var out = new BufferedOutputStream(download.getOutputStream(), 1 << 16)) {
        exchange.export(format, out);
      }
    };
  }

  private static String title(Format format) {
    return switch (format) {
      case TRIG -> "TriG";
      case TURTLE -> "Turtle";
      case NQUADS -> "N-Quads";
      case JSON_LINES -> "JSON Lines";
      case CSV -> "CSV";
    };
  }

  private static String good(Format format) {
    return switch (format) {
      case TRIG -> "Comes back whole. One graph for each source; the one to keep.";
      case TURTLE -> "Comes back whole. One graph for everything.";
      case NQUADS -> "Comes back whole. One statement a line, for large amounts.";
      case JSON_LINES -> "For programs. One object a line.";
      case CSV -> "For spreadsheets. One fact a row, and no cell is a formula.";
    };
  }
}

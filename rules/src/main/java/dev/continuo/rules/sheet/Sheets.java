package dev.continuo.rules.sheet;

import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.ModelContent;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.Unreadable;
import dev.continuo.rules.document.UnreadableModel;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Decision tables as spreadsheets. What was exported comes back identical: hit policy, types,
 * descriptions, ids and order, and in a workbook also everything that is no table. Other
 * spreadsheets become tables as far as they can be understood, with a list of what could not.
 */
public final class Sheets {
  private static final int PIECE = 30_000;
  private static final Workbooks WORKBOOKS =
      ServiceLoader.load(Workbooks.class).findFirst().orElseThrow();

  private Sheets() {}

  /**
   * A workbook with a sheet for each table.
   *
   * @throws UnreadableModel when the text is no DMN model
   * @throws UnreadableSheet when a cell is longer than a spreadsheet can hold
   */
  public static byte[] toXlsx(String dmnXml) {
    var model = ModelDocument.open(dmnXml).content();
    var pages = new ArrayList<Workbooks.Page>();
    for (var decision : model.decisions()) {
      var table = decision.table();
      if (table != null) {
        pages.add(
            new Workbooks.Page(
                Layout.grid(model, decision),
                Layout.HEAD.size(),
                Layout.TECHNICAL,
                Layout.idColumn(table)));
      }
    }
    return WORKBOOKS.write(pages, new Grid(Workbooks.HIDDEN, pieces(dmnXml)));
  }

  /**
   * Any list as a workbook of one sheet, the first row being the titles of its columns. Every cell
   * is text.
   *
   * @throws UnreadableSheet when a cell is longer than a spreadsheet can hold
   */
  public static byte[] listToXlsx(String title, List<List<String>> rows) {
    var page = new Workbooks.Page(new Grid(title, rows), 1, List.of(), -1);
    return WORKBOOKS.write(List.of(page), new Grid(Workbooks.HIDDEN, List.of()));
  }

  /**
   * One table as comma-separated text.
   *
   * @param decisionId id or name of a decision with a table
   */
  public static String toCsv(String dmnXml, String decisionId) {
    var document = ModelDocument.open(dmnXml);
    var decision =
        document
            .decision(decisionId)
            .filter(each -> each.table() != null)
            .orElseThrow(() -> new IllegalArgumentException("There is no table " + decisionId));
    return Csv.write(Layout.grid(document.content(), decision).rows());
  }

  /** Reads a file into a model of its own. Never throws for what the file contains. */
  public static SheetReading read(String fileName, byte[] bytes) {
    return read(fileName, bytes, Optional.empty());
  }

  /**
   * Reads a file into a model. Tables in Continuo's own layout replace those of the draft that
   * carry the same id, and everything else of the draft stays; other files become a new model.
   */
  public static SheetReading read(String fileName, byte[] bytes, Optional<String> draftXml) {
    try {
      var contents = contents(fileName, bytes);
      var findings = new ArrayList<>(contents.findings());
      var grids =
          contents.grids().stream().filter(g -> !g.name().equals(Workbooks.HIDDEN)).toList();
      var own = grids.stream().filter(LayoutReader::fits).toList();
      if (own.isEmpty()) {
        return new ForeignSheets(fileName, findings).read(grids);
      }
      var whole = whole(contents.grids()).or(() -> draftXml);
      return new SheetReading(Optional.of(ownTables(own, whole)), findings);
    } catch (Unreadable e) {
      var finding = Finding.error(e.code(), Place.table(fileName), e.what(), e.why(), e.fix());
      return new SheetReading(Optional.empty(), List.of(finding));
    }
  }

  private static Workbooks.Contents contents(String fileName, byte[] bytes) {
    var name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv")) {
      var title = fileName.replaceFirst("\\.[^.]*$", "");
      var rows = Csv.read(new String(bytes, StandardCharsets.UTF_8));
      return new Workbooks.Contents(List.of(new Grid(title, rows)), List.of());
    }
    return WORKBOOKS.read(bytes);
  }

  private static String ownTables(List<Grid> grids, Optional<String> whole) {
    var models = grids.stream().map(grid -> new LayoutReader(grid).model()).toList();
    if (whole.isEmpty()) {
      return ModelDocument.create(merged(models)).xml();
    }
    var document = ModelDocument.open(whole.get());
    for (var model : models) {
      var decision = model.decisions().getFirst();
      if (document.content().decisions().stream().anyMatch(d -> d.id().equals(decision.id()))) {
        document = document.with(decision);
      } else {
        return ModelDocument.create(merged(models)).xml();
      }
    }
    return document.xml();
  }

  private static ModelContent merged(List<ModelContent> models) {
    var first = models.getFirst();
    var decisions = new ArrayList<DecisionContent>();
    models.forEach(model -> decisions.addAll(model.decisions()));
    return new ModelContent(
        first.id(),
        first.name(),
        first.namespace(),
        first.description(),
        first.inputs(),
        decisions);
  }

  private static List<List<String>> pieces(String xml) {
    var pieces = new ArrayList<List<String>>();
    for (int from = 0; from < xml.length(); ) {
      int to = Math.min(xml.length(), from + PIECE);
      if (Character.isHighSurrogate(xml.charAt(to - 1))) {
        to--; // Both halves of a character stay in one cell.
      }
      // A mark on each side, so that no space at the ends of a piece can get lost.
      pieces.add(List.of("[" + xml.substring(from, to) + "]"));
      from = to;
    }
    return pieces;
  }

  private static Optional<String> whole(List<Grid> grids) {
    return grids.stream()
        .filter(grid -> grid.name().equals(Workbooks.HIDDEN))
        .findFirst()
        .map(
            grid -> {
              var xml = new StringBuilder();
              for (int row = 0; row < grid.rows().size(); row++) {
                var piece = grid.exact(row, 0);
                xml.append(piece, Math.min(1, piece.length()), Math.max(1, piece.length()) - 1);
              }
              return xml.toString();
            });
  }
}

package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Toast;
import dev.continuo.rules.table.HitRow;
import dev.continuo.rules.trial.RowCoverage;
import dev.continuo.rules.trial.TestImport;
import dev.continuo.runtime.decision.kept.KeptReport;
import dev.continuo.runtime.decision.kept.KeptTests;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tests that are kept beside the table, and what came of them with the draft as it stands. */
final class TestsPanel extends Div {
  private final KeptTests tests;
  private final String who;
  private final Consumer<Collection<String>> light;
  private final Consumer<KeptReport> counted;
  private String id = "";
  private String xml = "";
  private @Nullable Look shown;

  TestsPanel(
      KeptTests tests,
      String who,
      Consumer<Collection<String>> light,
      Consumer<KeptReport> counted) {
    this.tests = tests;
    this.who = who;
    this.light = light;
    this.counted = counted;
    addClassName("kept-tests");
  }

  /** Runs the tests, because they were changed, and shows what came of it. */
  void show(String tableId, String text) {
    show(tableId, text, tests.run(tableId, text));
  }

  /** Shows what came of the tests with that text. */
  void show(String tableId, String text, KeptReport report) {
    counted.accept(report);
    var look = new Look(tableId, text, look(report));
    if (look.equals(shown)) {
      return; // a line that is replaced under the pointer loses its click
    }
    shown = look;
    id = tableId;
    xml = text;
    removeAll();
    if (!report.ran()) {
      add(soft("The draft does not compile, so its tests wait."));
    } else if (report.lines().isEmpty()) {
      add(
          soft(
              "No test yet. Keep one from \u201cTry it\u201d or from an answer under \u201cUse\u201d,"
                  + " or take them from a CSV file. They run on every save; a red one stops a"
                  + " release."));
    } else {
      report.coverage().forEach(coverage -> add(coverage(coverage)));
    }
    report.lines().forEach(line -> add(line(line)));
    add(files());
  }

  /** What the panel says of a text; the same again needs no new lines. */
  private record Look(String tableId, String text, List<String> lines) {}

  private static List<String> look(KeptReport report) {
    var lines = new ArrayList<String>();
    lines.add("ran: " + report.ran());
    report.coverage().forEach(coverage -> lines.add(coverage.words()));
    report
        .lines()
        .forEach(
            line ->
                lines.add(
                    line.kept().id()
                        + " "
                        + line.outcome().green()
                        + " "
                        + line.outcome().words()));
    return lines;
  }

  private static Span coverage(RowCoverage coverage) {
    Span words = soft(coverage.words());
    words.setTitle(
        coverage.missed().stream()
            .map(row -> "Row %d: %s".formatted(row.number(), row.words()))
            .collect(Collectors.joining("\n")));
    return words;
  }

  private Div line(KeptReport.Line line) {
    boolean green = line.outcome().green();
    Span sign = new Span(green ? Glyph.CHECK.icon() : Glyph.ALERT.icon());
    sign.addClassName(green ? "green-sign" : "red-sign");
    sign.setTitle(green ? "Green" : "Red");
    Span name = new Span(line.kept().test().name());
    name.addClassName("strong");
    Span given = new Span(ValueRows.line(line.kept().test().given()));
    given.addClassNames("soft", "small");
    Span outcome =
        new Span(
            green
                ? ValueRows.line(line.kept().test().expect())
                : "Red: " + line.outcome().words() + ".");
    outcome.addClassName(green ? "soft" : "problem");
    outcome.addClassName("small");
    Div words = new Div(name, given, outcome);
    words.addClassName("answer-words");
    NativeButton rows = new NativeButton("Its rows");
    rows.addClassNames("link-button", "small");
    rows.addClickListener(
        click ->
            light.accept(line.outcome().evaluation().hits().stream().map(HitRow::ruleId).toList()));
    NativeButton drop = new NativeButton("Throw away");
    drop.addClassNames("link-button", "small");
    drop.addClickListener(
        click -> {
          tests.drop(id, line.kept().id());
          show(id, xml);
          NativeButton undo = new NativeButton("Undo");
          undo.addClassName("link-button");
          undo.addClickListener(
              back -> {
                tests.keep(id, line.kept().test(), who);
                show(id, xml);
              });
          Toast.show("The test is gone.", undo);
        });
    Div beside = new Div(rows, drop);
    beside.addClassName("answer-beside");
    Div all = new Div(sign, words, beside);
    all.addClassName("test-line");
    return all;
  }

  private Div files() {
    Anchor download = new Anchor(file(), "Download as CSV");
    download.addClassName("small");
    Upload upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) ->
                    getUI()
                        .ifPresent(
                            ui ->
                                ui.access(() -> take(new String(bytes, StandardCharsets.UTF_8))))));
    upload.setAcceptedFileExtensions(".csv");
    upload.setMaxFileSize(4_000_000);
    upload.setDropAllowed(false);
    NativeButton choose = new NativeButton("Take tests from a CSV file");
    choose.addClassNames("link-button", "small");
    upload.setUploadButton(choose);
    Div files = new Div(download, upload);
    files.addClassName("test-files");
    return files;
  }

  private DownloadHandler file() {
    return DownloadHandler.fromInputStream(
        asked -> {
          byte[] csv = tests.csv(id).getBytes(StandardCharsets.UTF_8);
          return new DownloadResponse(
              new ByteArrayInputStream(csv), id + "-tests.csv", "text/csv", csv.length);
        });
  }

  private void take(String csv) {
    TestImport read = tests.takeCsv(id, csv, who);
    shown = null; // findings of the file before go
    show(id, xml);
    if (read.findings().isEmpty()) {
      Toast.show("%d tests are kept.".formatted(read.tests().size()));
    } else {
      addComponentAsFirst(new FindingList(read.findings()));
    }
  }

  private static Span soft(String words) {
    Span span = new Span(words);
    span.addClassName("soft");
    return span;
  }
}

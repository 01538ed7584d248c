package dev.continuo.designer.memory.carry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.ontology.exchange.Exchange;
import dev.continuo.ontology.exchange.ImportRefused;
import dev.continuo.ontology.exchange.ImportReport;
import dev.continuo.ontology.exchange.RdfSyntax;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file in through the same gate as everything, and reports each refusal. */
final class ImportPanel extends Div {
  private static final int LIMIT = 512 * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(ImportPanel.class);

  private final Exchange exchange;
  private final String who;
  private final Div result = new Div();

  ImportPanel(Exchange exchange, String who) {
    this.exchange = exchange;
    this.who = who;
    addClassNames("panel", "carry-in");
    Paragraph about =
        new Paragraph(
            "What was taken out here comes back with its history. RDF of others becomes facts only"
                + " where it passes the same rules as every source; the same file does nothing"
                + " twice.");
    about.addClassName("soft");
    Upload upload =
        new Upload(UploadHandler.toTempFile((given, file) -> begin(given.fileName(), file)));
    upload.setAcceptedFileExtensions(".trig", ".ttl", ".nq", ".nt", ".rdf", ".owl", ".xml");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(LIMIT);
    upload.setDropLabel(new Span("Drop .trig, .ttl, .nq, .nt or .rdf here"));
    upload.addFileRejectedListener(
        rejected ->
            say(
                new Trouble(
                    "The file was not taken in.",
                    rejected.getErrorMessage(),
                    "Give a TriG, Turtle, N-Quads, N-Triples or RDF/XML file.")));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    result.addClassName("carry-result");
    result.getElement().setAttribute("aria-live", "polite");
    add(new H2("Take a file in"), about, upload, result);
  }

  private void begin(String name, File file) {
    getUI()
        .ifPresent(
            ui -> {
              ui.access(this::working);
              Thread.ofVirtual().name("import").start(() -> take(ui, name, file));
            });
  }

  private void working() {
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    result.removeAll();
    result.add(bar, Soft.words("Each statement is checked. You may leave this page."));
  }

  private void take(UI ui, String name, File file) {
    try (var in = Files.newInputStream(file.toPath())) {
      RdfSyntax syntax =
          RdfSyntax.ofName(name)
              .orElseThrow(
                  () ->
                      new ImportRefused(
                          name,
                          "its ending names no RDF syntax.",
                          "Name it .trig, .ttl, .nq, .nt or .rdf."));
      ImportReport report = exchange.importRdf(in, syntax, name, who);
      ui.access(() -> say(new ImportResult(report)));
    } catch (ImportRefused refused) {
      ui.access(() -> say(new Trouble(String.valueOf(refused.getMessage()), "", "")));
    } catch (MemoryUnavailable | MemoryFailed resting) {
      ui.access(() -> say(MemoryTrouble.of(resting, result::removeAll)));
    } catch (IOException | RuntimeException failed) {
      log.warn("A file could not be taken in", failed);
      ui.access(
          () ->
              say(
                  new Trouble(
                      "The file was not taken in as a whole.",
                      "The log in the data folder says more.",
                      "Give it again: what is there already is left alone.")));
    } finally {
      remove(file);
    }
  }

  private static void remove(File file) {
    try {
      Files.deleteIfExists(file.toPath());
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }

  private void say(Component words) {
    result.removeAll();
    result.add(words);
  }
}

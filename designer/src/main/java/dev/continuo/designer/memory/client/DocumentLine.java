package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.document.DocumentText;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.filing.FiledDocument;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One document: its name opens its text, beside it what came of reading and the file itself. */
final class DocumentLine extends Div {
  DocumentLine(
      FiledDocument document, Documents documents, ZoneId zone, Consumer<String> openSource) {
    addClassName("document-line");
    DocumentText.@Nullable State state = document.state();
    NativeButton name =
        new NativeButton(document.name(), click -> openSource.accept(document.key()));
    name.addClassNames("link-button", "strong");
    name.setEnabled(state != null);
    Span label = new Span(state == null ? "being read" : state.words());
    label.addClassNames("tag", tone(state));
    Div head = new Div(name, label);
    head.addClassName("document-head");
    Span about = new Span(size(document.size()) + " \u00b7 ");
    about.add(Moments.when(document.at(), zone), new Span(" \u00b7 "), file(document, documents));
    about.addClassNames("soft", "small");
    add(head, about);
    if (!document.note().isEmpty()) {
      Span note = new Span(document.note());
      note.addClassName("small");
      add(note);
    }
  }

  private static String tone(DocumentText.@Nullable State state) {
    return switch (state) {
      case null -> "plain";
      case READ, CUT -> "plain";
      case EMPTY, LOCKED, UNKNOWN -> "amber";
      case BROKEN, REFUSED, STOPPED -> "red";
    };
  }

  /** Always as a download: what came from outside is never shown by the browser as a page. */
  private static Anchor file(FiledDocument document, Documents documents) {
    return new Anchor(
        DownloadHandler.fromInputStream(
            event ->
                new DownloadResponse(
                    documents.open(document.documentId()),
                    document.name(),
                    "application/octet-stream",
                    document.size())),
        "Download");
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1_000) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}

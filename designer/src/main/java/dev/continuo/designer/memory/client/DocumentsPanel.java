package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Toast;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.StoredDocument;
import dev.continuo.runtime.filing.FiledDocument;
import dev.continuo.runtime.filing.Filing;
import dev.continuo.runtime.filing.Filings;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The documents of a client: what came with mails and what was added here. */
final class DocumentsPanel extends ClientPanel {
  private static final int SHOWN = 50;
  private static final int LIMIT = (int) Documents.MAX_BYTES;

  private final Documents documents;
  private final Filings filings;
  private final Consumer<String> openSource;
  private final Div lines = new Div();
  private final Upload adding = adding();
  private @Nullable Entity client;
  private @Nullable List<FiledDocument> shown;

  /**
   * @param openSource shows the text of a source
   */
  DocumentsPanel(
      Hand hand,
      Documents documents,
      Filings filings,
      Consumer<String> openFact,
      Consumer<String> openSource) {
    super(hand, openFact);
    this.documents = documents;
    this.filings = filings;
    this.openSource = openSource;
    addClassName("documents");
    lines.addClassName("lines");
    add(new H2("Documents"), lines, adding);
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    client = entity;
    adding.setVisible(EntityView.CLIENTS.contains(entity.kind()));
    List<FiledDocument> all = filings.of(entity.keys(), SHOWN);
    if (all.equals(shown)) {
      return;
    }
    shown = all;
    lines.removeAll();
    if (all.isEmpty()) {
      Paragraph empty =
          new Paragraph(
              "Nothing yet. What comes with a mail stands here with its text, and Ask finds it.");
      empty.addClassName("soft");
      lines.add(empty);
    }
    all.forEach(
        document -> lines.add(new DocumentLine(document, documents, hand().zone(), openSource)));
    if (all.size() == SHOWN) {
      Span more = new Span("The " + SHOWN + " newest are shown. Ask finds the others.");
      more.addClassNames("soft", "small");
      lines.add(more);
    }
  }

  private Upload adding() {
    Upload upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) -> keep(about.fileName(), about.contentType(), bytes)));
    upload.setMaxFileSize(LIMIT);
    upload.setMaxFiles(20);
    upload.setUploadButton(new Button("Add a document", Glyph.UPLOAD.icon()));
    upload.setDropLabel(new Span("or drop it here"));
    upload.addFileRejectedListener(rejected -> Toast.show(rejected.getErrorMessage()));
    // one by one: clearing the whole list would drop files that have not begun
    upload
        .getElement()
        .executeJs(
            "this.addEventListener('upload-success', done => {"
                + " this.files = this.files.filter(file => file !== done.detail.file); });");
    return upload;
  }

  private void keep(String name, @Nullable String type, byte[] bytes) {
    Entity owner = client;
    if (owner == null) {
      return;
    }
    String said;
    try {
      StoredDocument stored =
          documents.store(bytes, type == null ? "application/octet-stream" : type, name);
      filings.file(
          new Filing(
              stored.id(),
              stored.name(),
              new EntityRef(owner.kind(), owner.keys().getFirst(), owner.label()),
              null,
              null,
              "added by hand",
              Instant.now()));
      said = "Kept. Its text is read now.";
    } catch (RuntimeException refused) {
      said = String.valueOf(refused.getMessage());
    }
    String words = said;
    getUI()
        .ifPresent(
            ui ->
                ui.access(
                    () -> {
                      show(owner, AsOf.now());
                      Toast.show(words);
                    }));
  }
}

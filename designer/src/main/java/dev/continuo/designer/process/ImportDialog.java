package dev.continuo.designer.process;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.continuo.runtime.flow.FlowRefused;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes a BPMN file in as a new flow's draft. */
final class ImportDialog extends Dialog {
  private static final int LIMIT = 5 * 1024 * 1024;

  private final Div problems = new Div();
  private final Consumer<String> create;

  /** Creates from a file's text; what is refused is shown here. */
  ImportDialog(Consumer<String> create) {
    this.create = create;
    setHeaderTitle("Import a flow");
    setWidth("min(480px, calc(100vw - 32px))");
    Upload upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) ->
                    getUI()
                        .ifPresent(
                            ui ->
                                ui.access(() -> take(new String(bytes, StandardCharsets.UTF_8))))));
    upload.setAcceptedFileExtensions(".bpmn", ".xml");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(LIMIT);
    upload.setDropLabel(new Span("Drop a .bpmn file here"));
    upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    problems.addClassName("refusals");
    Div body =
        new Div(
            new Paragraph(
                "The process becomes a draft. Nothing runs before you have looked at it and released"
                    + " it."),
            upload,
            problems);
    body.addClassName("dialog-fields");
    add(body);
    getFooter().add(new Button("Cancel", click -> close()));
  }

  private void take(String xml) {
    try {
      create.accept(xml.startsWith("\uFEFF") ? xml.substring(1) : xml);
      close();
    } catch (FlowRefused refused) {
      problems.removeAll();
      problems.add(new ProblemList(refused.findings()));
    }
  }

  private void say(String words) {
    problems.removeAll();
    problems.add(new Paragraph(words));
  }
}

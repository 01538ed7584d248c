package dev.continuo.designer.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Toast;
import dev.continuo.runtime.connector.mail.MailIntake;
import dev.continuo.runtime.connector.mail.MailOrigin;
import dev.continuo.runtime.connector.mail.MailReceipt;
import org.jspecify.annotations.Nullable;

/** Where a mail is dropped in as a file. */
final class MailDrop extends Div {
  private static final int LIMIT = 50 * 1024 * 1024;

  private final MailIntake intake;

  MailDrop(MailIntake intake) {
    this.intake = intake;
    addClassName("panel");
    Upload upload =
        new Upload(UploadHandler.inMemory((about, bytes) -> receive(about.fileName(), bytes)));
    upload.setMaxFileSize(LIMIT);
    upload.setMaxFiles(20);
    upload.setAcceptedFileExtensions(".eml");
    upload.setUploadButton(new Button("Choose a file", Glyph.UPLOAD.icon()));
    upload.setDropLabel(new Span("Drop an .eml file here"));
    upload.addFileRejectedListener(rejected -> Toast.show(rejected.getErrorMessage()));
    // one by one: clearing the whole list would drop files that have not begun
    upload
        .getElement()
        .executeJs(
            "this.addEventListener('upload-success', done => {"
                + " this.files = this.files.filter(file => file !== done.detail.file); });");
    add(new H2("Give in a mail"), upload);
  }

  private void receive(String file, byte[] bytes) {
    MailReceipt receipt;
    try {
      receipt = intake.receive(bytes, MailOrigin.upload(file));
    } catch (RuntimeException refused) {
      say(String.valueOf(refused.getMessage()), null);
      return;
    }
    switch (receipt) {
      case MailReceipt.Started started -> say("Taken in. Its run begins.", started.runKey());
      case MailReceipt.Correlated answer -> say("It answers a known mail; its run goes on.", null);
      case MailReceipt.Known known -> say("This mail was here before.", known.runKey());
      case MailReceipt.Unreadable broken -> say("Not readable: " + broken.why(), null);
    }
  }

  private void say(String words, @Nullable Long run) {
    Component[] steps =
        run == null ? new Component[0] : new Component[] {new Anchor("runs/" + run, "See the run")};
    getUI().ifPresent(ui -> ui.access(() -> Toast.show(words, steps)));
  }
}

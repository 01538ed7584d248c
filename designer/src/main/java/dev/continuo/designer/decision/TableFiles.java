package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.continuo.designer.shell.Toast;
import dev.continuo.rules.document.Unreadable;
import dev.continuo.rules.sheet.Sheets;
import dev.continuo.runtime.decision.DraftText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The draft out of the house and back in, as a spreadsheet or as DMN. */
final class TableFiles extends Div {
  private static final int LARGEST = 16_000_000;

  TableFiles(Supplier<DraftText> draft, BiConsumer<String, byte[]> take) {
    addClassName("test-files");
    Anchor xlsx =
        new Anchor(file(draft, ".xlsx", xml -> Sheets.toXlsx(xml)), "Download the draft as XLSX");
    Anchor dmn =
        new Anchor(file(draft, ".dmn", xml -> xml.getBytes(StandardCharsets.UTF_8)), "as DMN");
    xlsx.addClassName("small");
    dmn.addClassName("small");
    Upload upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) ->
                    getUI()
                        .ifPresent(ui -> ui.access(() -> take.accept(about.fileName(), bytes)))));
    upload.setAcceptedFileExtensions(".xlsx", ".xls", ".csv");
    upload.setMaxFileSize(LARGEST);
    upload.setDropAllowed(false);
    upload.addFileRejectedListener(rejected -> Toast.show(rejected.getErrorMessage()));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    NativeButton choose = new NativeButton("Take a spreadsheet (XLSX, XLS, CSV) as the draft");
    choose.addClassNames("link-button", "small");
    upload.setUploadButton(choose);
    add(xlsx, dmn, upload);
  }

  private interface Writing {
    byte[] write(String xml);
  }

  private static DownloadHandler file(Supplier<DraftText> draft, String ending, Writing writing) {
    return DownloadHandler.fromInputStream(
        asked -> {
          var now = draft.get();
          byte[] bytes;
          try {
            bytes = writing.write(now.xml());
          } catch (Unreadable broken) {
            bytes = String.valueOf(broken.getMessage()).getBytes(StandardCharsets.UTF_8);
          }
          return new DownloadResponse(
              new ByteArrayInputStream(bytes),
              now.tableId() + ending,
              "application/octet-stream",
              bytes.length);
        });
  }
}

package dev.continuo.designer.decision;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.continuo.rules.sheet.Sheets;
import dev.continuo.runtime.decision.TableExists;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names a new table; what a file holds becomes its draft, and what of it does not map is said. */
final class NewTableDialog extends Dialog {
  private static final int LARGEST = 16_000_000;

  /** Takes a table in; throws {@link TableExists} where the short name is taken. */
  interface Create {
    void table(String id, String xml);
  }

  private final Create create;
  private final TextField title = new TextField("What does it decide?");
  private final TextField id = new TextField("Short name");
  private final Div read = new Div();
  private boolean idTyped;
  private @Nullable String file;

  NewTableDialog(Create create) {
    this.create = create;
    setHeaderTitle("New table");
    setWidth("min(560px, calc(100vw - 32px))");
    title.setPlaceholder("Discount for a client");
    title.setMaxLength(80);
    title.setWidthFull();
    title.setValueChangeMode(ValueChangeMode.EAGER);
    title.addValueChangeListener(
        change -> {
          if (!idTyped) {
            id.setValue(StartingTable.idOf(change.getValue()));
          }
        });
    id.setHelperText("Steps of flows ask it by this. It stays.");
    id.setWidthFull();
    id.setMaxLength(60);
    id.addValueChangeListener(change -> idTyped |= change.isFromClient());
    title.focus();
    read.addClassName("refusals");
    read.getElement().setAttribute("aria-live", "polite");
    Div fields = new Div(title, id, upload(), read);
    fields.addClassName("dialog-fields");
    add(fields);
    Button go = new Button("Create", click -> give());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER);
    getFooter().add(new Button("Cancel", click -> close()), go);
  }

  private Upload upload() {
    Upload upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) ->
                    getUI().ifPresent(ui -> ui.access(() -> take(about.fileName(), bytes)))));
    upload.setAcceptedFileExtensions(".xlsx", ".xls", ".csv", ".dmn");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(LARGEST);
    upload.setUploadButton(new Button("Choose a file"));
    upload.setDropLabel(new Span("Or drop a table: XLSX, XLS, CSV or DMN"));
    upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    return upload;
  }

  private void take(String name, byte[] bytes) {
    read.removeAll();
    if (name.toLowerCase(Locale.ROOT).endsWith(".dmn")) {
      taken(name, new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", ""));
      return;
    }
    var reading = Sheets.read(name, bytes);
    reading.dmnXml().ifPresent(xml -> taken(name, xml));
    if (!reading.findings().isEmpty()) {
      read.add(new FindingList(reading.findings()));
    }
  }

  private void taken(String name, String xml) {
    file = xml;
    say("\u201c%s\u201d becomes the draft.".formatted(name));
    if (title.isEmpty()) {
      title.setValue(StartingTable.title(xml, name.replaceFirst("\\.[^.]*$", "")));
    }
  }

  private void say(String words) {
    read.add(new Paragraph(words));
  }

  private void give() {
    String name = title.getValue().strip();
    title.setInvalid(name.isEmpty());
    title.setErrorMessage("Give it a name.");
    id.setInvalid(!id.getValue().matches(StartingTable.ID));
    id.setErrorMessage("Small letters, digits and dashes; a letter first.");
    if (title.isInvalid() || id.isInvalid()) {
      return;
    }
    try {
      create.table(
          id.getValue(),
          file == null ? StartingTable.xml(id.getValue(), name) : StartingTable.named(file, name));
      close();
    } catch (TableExists taken) {
      id.setErrorMessage("Another table has this short name.");
      id.setInvalid(true);
    }
  }
}

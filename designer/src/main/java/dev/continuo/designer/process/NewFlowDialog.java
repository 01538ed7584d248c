package dev.continuo.designer.process;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.continuo.runtime.flow.FlowRefused;
import java.util.function.Consumer;

/** Names a new flow. */
final class NewFlowDialog extends Dialog {
  private static final String ID = "[a-z][a-z0-9-]{1,60}";

  private final TextField title = new TextField("What is it called?");
  private final TextField id = new TextField("Short name");
  private final Div problems = new Div();
  private final Consumer<String> create;
  private boolean idTyped;

  /** Creates from a process text; what is refused is shown here. */
  NewFlowDialog(Consumer<String> create) {
    this.create = create;
    setHeaderTitle("New flow");
    setWidth("min(440px, calc(100vw - 32px))");
    title.setPlaceholder("Invoice reminders");
    title.setMaxLength(80);
    title.setWidthFull();
    title.setValueChangeMode(ValueChangeMode.EAGER);
    title.addValueChangeListener(
        change -> {
          if (!idTyped) {
            id.setValue(NewProcess.idOf(change.getValue()));
          }
        });
    id.setHelperText("Runs, links and the API know it by this. It stays.");
    id.setWidthFull();
    id.setMaxLength(60);
    id.addValueChangeListener(change -> idTyped |= change.isFromClient());
    title.focus();
    problems.addClassName("refusals");
    Div fields = new Div(title, id, problems);
    fields.addClassName("dialog-fields");
    add(fields);
    Button go = new Button("Create", click -> give());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER);
    getFooter().add(new Button("Cancel", click -> close()), go);
  }

  private void give() {
    title.setInvalid(title.getValue().isBlank());
    title.setErrorMessage("Give it a name.");
    id.setInvalid(!id.getValue().matches(ID));
    id.setErrorMessage("Small letters, digits and dashes; a letter first.");
    if (title.isInvalid() || id.isInvalid()) {
      return;
    }
    try {
      create.accept(NewProcess.xml(id.getValue(), title.getValue().strip()));
      close();
    } catch (FlowRefused refused) {
      problems.removeAll();
      problems.add(new ProblemList(refused.findings()));
    }
  }
}

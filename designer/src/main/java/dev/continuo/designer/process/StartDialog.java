package dev.continuo.designer.process;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.continuo.designer.shell.Toast;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.runtime.flow.EngineTrouble;
import dev.continuo.runtime.flow.Flow;
import dev.continuo.runtime.flow.FlowNotReleased;
import dev.continuo.runtime.flow.StartRefused;
import dev.continuo.runtime.flow.StartRequest;
import dev.continuo.runtime.flow.Started;
import dev.continuo.runtime.flow.Starts;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Starts a run by hand, with variables as JSON. */
final class StartDialog extends Dialog {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final Starts starts;
  private final Flow flow;
  private final String who;
  private final String trigger = "page:" + UUID.randomUUID();
  private final TextArea variables = new TextArea("What the run begins with (JSON)");
  private final Div problems = new Div();

  StartDialog(Starts starts, Flow flow, String who) {
    this.starts = starts;
    this.flow = flow;
    this.who = who;
    setHeaderTitle("Start a run");
    setWidth("min(560px, calc(100vw - 32px))");
    variables.setValue("{}");
    variables.setWidthFull();
    variables.setMinRows(5);
    variables.addClassName("code-field");
    variables.setHelperText("It follows version " + flow.versions().getFirst().version() + ".");
    problems.addClassName("refusals");
    Div body = new Div(variables, problems);
    body.addClassName("dialog-fields");
    add(body);
    Button go = new Button("Start", click -> give());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    getFooter().add(new Button("Cancel", click -> close()), go);
  }

  private void give() {
    problems.removeAll();
    Map<String, Object> values;
    try {
      values = JSON.readValue(variables.getValue(), VARIABLES);
    } catch (JacksonException unreadable) {
      variables.setInvalid(true);
      variables.setErrorMessage(
          "This is not a JSON object: " + unreadable.getOriginalMessage() + ".");
      return;
    }
    try {
      Started started =
          starts.start(new StartRequest(trigger, flow.id(), values, "by hand (" + who + ")"));
      close();
      Long run = started.runKey();
      Component there =
          run == null ? new Anchor("runs", "See the runs") : new Anchor("runs/" + run, "See it");
      Toast.show("The run begins.", there);
    } catch (StartRefused refused) {
      problems.add(
          new Trouble(
              "No run was started.",
              String.valueOf(refused.getMessage()),
              "Close this, change the flow or the values, and start it again."));
    } catch (FlowNotReleased | EngineTrouble trouble) {
      problems.add(
          new Trouble(
              "No run was started yet.",
              String.valueOf(trouble.getMessage()),
              "Choose Start again; it never starts twice."));
    }
  }
}

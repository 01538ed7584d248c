package dev.continuo.designer.decision;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.continuo.runtime.decision.FlowPins;
import dev.continuo.runtime.decision.TableRefused;
import dev.continuo.runtime.decision.TableVersion;
import java.util.List;
import java.util.function.Consumer;

/** The questions that the page of a table asks. */
final class RuleDialogs {
  private RuleDialogs() {}

  /** Asks why; what stands against the release is shown in place. */
  static void release(
      int version, List<FlowPins.Asker> askers, Div changes, Consumer<Release> release) {
    Dialog dialog = dialog("Release version " + version);
    TextArea why = reason("Why (for the record)");
    why.setPlaceholder("Small requests are worth an answer, too");
    why.focus();
    TextArea despite = reason("Why the red tests do not count");
    Checkbox apply = new Checkbox("Use it from the next run on in " + flows(askers), true);
    apply.setVisible(!askers.isEmpty());
    Div problems = new Div();
    problems.addClassName("refusals");
    Div body =
        new Div(
            new Paragraph(
                "It takes effect on the next run. Answers already given stay as they were."),
            new Details("What changes", changes),
            why,
            apply,
            problems);
    body.addClassName("dialog-fields");
    Button go =
        new Button(
            "Release",
            click -> {
              problems.removeAll();
              try {
                release.accept(
                    new Release(
                        why.getValue().strip(), despite.getValue().strip(), apply.getValue()));
                dialog.close();
              } catch (TableRefused refused) {
                problems.add(new FindingList(refused.findings()));
                boolean onlyTests =
                    refused.findings().stream()
                        .allMatch(one -> one.code().equals("kept-test-red") || !one.isError());
                if (onlyTests) {
                  body.add(despite);
                }
              }
            });
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    dialog.add(body);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), go);
    dialog.open();
  }

  /**
   * What was said about a release.
   *
   * @param despite why red tests do not count; empty where they do
   * @param apply whether the flows that ask the table take it from their next run on
   */
  record Release(String why, String despite, boolean apply) {}

  private static String flows(List<FlowPins.Asker> askers) {
    return String.join(", ", askers.stream().map(FlowPins.Asker::title).toList());
  }

  /** Asks why an older version comes back. */
  static void rollBack(TableVersion version, Consumer<String> rollBack) {
    ask(
        "Roll back to version " + version.version(),
        "Its text becomes the newest version, under a new number. Your draft stays.",
        "Roll back",
        ButtonVariant.PRIMARY,
        rollBack);
  }

  /** Asks why a table goes out of service, and says who asks it. */
  static void retire(String title, List<FlowPins.Asker> askers, Consumer<String> retire) {
    ask(
        "Retire \u201c%s\u201d".formatted(title),
        (askers.isEmpty()
                ? "No flow asks it."
                : "%s asks it: new runs will stop at that step and ask you."
                    .formatted(flows(askers)))
            + " Runs that began with it keep it, and its record stays. A release or a roll back"
            + " brings it back.",
        "Retire",
        ButtonVariant.ERROR,
        retire);
  }

  private static void ask(
      String title, String about, String go, ButtonVariant tone, Consumer<String> answer) {
    Dialog dialog = dialog(title);
    TextArea why = reason("Why (for the record)");
    why.focus();
    Div problems = new Div();
    Div body = new Div(new Paragraph(about), why, problems);
    body.addClassName("dialog-fields");
    Button yes =
        new Button(
            go,
            click -> {
              problems.removeAll();
              try {
                answer.accept(why.getValue().strip());
                dialog.close();
              } catch (TableRefused refused) {
                problems.add(new FindingList(refused.findings()));
              }
            });
    yes.addThemeVariants(ButtonVariant.PRIMARY, tone);
    dialog.add(body);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), yes);
    dialog.open();
  }

  private static TextArea reason(String label) {
    TextArea reason = new TextArea(label);
    reason.setWidthFull();
    reason.setMaxLength(1_000);
    return reason;
  }

  static void discard(Runnable discard) {
    ConfirmDialog ask =
        new ConfirmDialog(
            "Discard the draft?",
            "The newest release is put back. What was typed since then is gone.",
            "Discard",
            confirmed -> discard.run());
    ask.setCancelable(true);
    ask.setConfirmButtonTheme("error primary");
    ask.open();
  }

  private static Dialog dialog(String title) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(title);
    dialog.setWidth("min(560px, calc(100vw - 32px))");
    return dialog;
  }
}

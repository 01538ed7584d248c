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
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.decision.FlowPins;
import dev.continuo.runtime.decision.TableRefused;
import dev.continuo.runtime.decision.TableVersion;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** The questions that the page of a table asks. */
final class RuleDialogs {
  private RuleDialogs() {}

  /** Asks why; what stands against the release is shown in place. */
  static void release(
      int version, List<FlowPins.Asker> askers, Div changes, Consumer<Release> release) {
    Dialog dialog = dialog("Release version " + version);
    TextArea why = new TextArea("Why (for the record)");
    why.setWidthFull();
    why.setMaxLength(1_000);
    why.setPlaceholder("Small requests are worth an answer, too");
    why.focus();
    TextArea despite = new TextArea("Why the red tests do not count");
    despite.setWidthFull();
    despite.setMaxLength(1_000);
    Checkbox apply = new Checkbox(flows(askers), true);
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
    return "Use it from the next run on in "
        + String.join(", ", askers.stream().map(FlowPins.Asker::title).toList());
  }

  /** Asks why an older version comes back. */
  static void rollBack(TableVersion version, Consumer<String> rollBack) {
    Dialog dialog = dialog("Roll back to version " + version.version());
    TextArea why = new TextArea("Why (for the record)");
    why.setWidthFull();
    why.setMaxLength(1_000);
    why.focus();
    Div problems = new Div();
    Div body =
        new Div(
            new Paragraph(
                "Its text becomes the newest version, under a new number. Your draft stays."),
            why,
            problems);
    body.addClassName("dialog-fields");
    Button go =
        new Button(
            "Roll back",
            click -> {
              problems.removeAll();
              try {
                rollBack.accept(why.getValue().strip());
                dialog.close();
              } catch (TableRefused refused) {
                problems.add(new FindingList(refused.findings()));
              }
            });
    go.addThemeVariants(ButtonVariant.PRIMARY);
    dialog.add(body);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), go);
    dialog.open();
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

  /** One released version, to look at or to go on from. */
  static void version(
      TableVersion version,
      String compared,
      ZoneId zone,
      Consumer<String> take,
      Consumer<TableVersion> rollBack) {
    Dialog dialog = dialog("Version " + version.version());
    dialog.setWidth("min(1100px, calc(100vw - 32px))");
    Paragraph about =
        new Paragraph(
            "Released by %s, %s. %s"
                .formatted(
                    version.releasedBy(),
                    Moments.exact(version.releasedAt(), zone),
                    version.why()));
    about.addClassName("soft");
    DecisionEditor table = new DecisionEditor();
    table.setReadonly();
    table.open(version.xml());
    Div frame = new Div(table);
    frame.addClassName("version-drawing");
    Details changes =
        new Details(
            "What changed from it to the draft",
            new ChangeList(version.xml(), compared, "The draft says the same."));
    dialog.add(about, frame, changes);
    dialog
        .getFooter()
        .add(
            answer(dialog, "Roll back to it", () -> rollBack.accept(version)),
            answer(dialog, "Take as draft", () -> take.accept(version.xml())),
            new Button("Close", click -> dialog.close()));
    dialog.open();
  }

  private static Dialog dialog(String title) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(title);
    dialog.setWidth("min(560px, calc(100vw - 32px))");
    return dialog;
  }

  private static Button answer(Dialog dialog, String words, Runnable chosen) {
    return new Button(
        words,
        click -> {
          dialog.close();
          chosen.run();
        });
  }
}

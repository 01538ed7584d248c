package dev.continuo.designer.decision;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.rules.table.Compilation;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.HitRow;
import dev.continuo.rules.table.TableInput;
import dev.continuo.rules.trial.TableTest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the draft as it stands, without a record: what would it answer, and by which row? */
final class TrialPanel extends Div {
  private static final Executor ASKING =
      task -> Thread.ofPlatform().daemon().name("try").start(task);
  private final Consumer<Collection<String>> light;
  private final Consumer<TableTest> keep;
  private final Div form = new Div();
  private final Div answer = new Div();
  private List<InputField> fields = List.of();
  private List<TableInput> inputs = List.of();
  private @Nullable CompiledTable table;

  TrialPanel(Consumer<Collection<String>> light, Consumer<TableTest> keep) {
    this.keep = keep;
    this.light = light;
    addClassName("trial");
    form.addClassName("trial-form");
    answer.addClassName("trial-answer");
    answer.getElement().setAttribute("aria-live", "polite");
    add(form, answer);
  }

  /** Takes the newest text; what was typed in stays where the inputs are the same. */
  void show(Compilation compilation) {
    answer.removeAll();
    switch (compilation) {
      case Compilation.Refused refused -> cannot("It does not compile as it stands.");
      case Compilation.Compiled compiled -> {
        table = compiled.table();
        if (!inputs.equals(compiled.table().inputs()) || fields.isEmpty()) {
          inputs = compiled.table().inputs();
          ask();
        }
      }
    }
  }

  private void cannot(String why) {
    table = null;
    inputs = List.of();
    fields = List.of();
    form.removeAll();
    Paragraph words =
        new Paragraph(why + " \u201cWhat is wrong\u201d says what to do; then try it here.");
    words.addClassName("soft");
    form.add(words);
  }

  private void ask() {
    form.removeAll();
    fields = inputs.stream().map(InputField::of).toList();
    fields.forEach(field -> form.add(field.field()));
    Button go = new Button("Ask the table", click -> evaluate(click.getSource()));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    form.add(go);
  }

  /** Asked beside the page: what never ends is stopped after some seconds, and the page goes on. */
  private void evaluate(Button go) {
    CompiledTable asked = table;
    if (asked == null) {
      return;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field.name(), field.value()));
    UI ui = UI.getCurrent();
    go.setEnabled(false);
    CompletableFuture.supplyAsync(() -> asked.evaluate(values), ASKING)
        .thenAccept(
            result ->
                ui.access(
                    () -> {
                      go.setEnabled(true);
                      if (asked == table) {
                        show(values, result);
                      }
                    }));
  }

  private void show(Map<String, @Nullable Object> values, Evaluation result) {
    answer.removeAll();
    light.accept(result.hits().stream().map(HitRow::ruleId).toList());
    if (!result.answered()) {
      answer.add(new FindingList(result.problems()));
      return;
    }
    if (result.outputs().isEmpty()) {
      answer.add(
          new Trouble(
              "No row answers.", "None fits these values.", "Add a row for them, or a last row."));
      return;
    }
    answer.add(new H3("It answers"), new ValueRows(result.outputs()), new H3("Because of"));
    result.hits().forEach(hit -> answer.add(new Paragraph(words(hit))));
    TextField name = new TextField("Keep it as a test called");
    name.setValue(result.hits().isEmpty() ? "Test" : result.hits().getFirst().words());
    Button kept =
        new Button(
            "Keep", click -> keep.accept(TableTest.of(name.getValue(), values, result.outputs())));
    Div test = new Div(name, kept);
    test.addClassName("keep-test");
    answer.add(test);
  }

  static String words(HitRow hit) {
    return "Row " + hit.number() + (hit.words().isBlank() ? "" : ": " + hit.words());
  }
}

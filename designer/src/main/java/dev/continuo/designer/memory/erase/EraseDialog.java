package dev.continuo.designer.memory.erase;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.ErasurePreview;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.erasure.Erasure;
import dev.continuo.runtime.erasure.ErasureRecord;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Erases a client: what goes, what stays, the typed name, the work, the proof. */
public final class EraseDialog extends Dialog {
  private final Erasure erasure;
  private final Pulse pulse;
  private final Hand hand;
  private final Entity client;
  private final Runnable erased;
  private final Div extent = new Div();
  private final CheckboxGroup<Entity> people = new CheckboxGroup<>("Also erase, with all of it");
  private final TextField why = new TextField("Why, for the proof");
  private final TextField name = new TextField();
  private final Button go = new Button("Erase for good", click -> begin());
  private ErasurePreview preview;

  /**
   * @param erased called once everything is gone
   */
  public EraseDialog(Erasure erasure, Pulse pulse, Hand hand, Entity client, Runnable erased) {
    this.erasure = erasure;
    this.pulse = pulse;
    this.hand = hand;
    this.client = client;
    this.erased = erased;
    this.preview = erasure.preview(Set.of(client.id()));
    setHeaderTitle("Erase " + client.label() + "?");
    setWidth("min(620px, calc(100vw - 32px))");
    setCloseOnOutsideClick(false);
    people.setItems(preview.people());
    people.setItemLabelGenerator(Entity::label);
    people.setVisible(!preview.people().isEmpty());
    people.addValueChangeListener(change -> count());
    why.setValue("Asked to be forgotten");
    why.setHelperText("This line stays, so it must not name the client.");
    why.setMaxLength(300);
    why.setWidthFull();
    name.setLabel("Type " + client.label() + " to confirm");
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(change -> go.setEnabled(named()));
    name.setAutocomplete(Autocomplete.OFF);
    name.setWidthFull();
    go.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    go.setEnabled(false);
    Div body = new Div(extent, people, why, name);
    body.addClassName("dialog-fields");
    add(body);
    getFooter().add(new Button("Cancel", click -> close()), go);
    count();
  }

  private Set<String> ids() {
    Set<String> ids = new HashSet<>(Set.of(client.id()));
    people.getValue().forEach(person -> ids.add(person.id()));
    return ids;
  }

  private void count() {
    preview = erasure.preview(ids());
    extent.removeAll();
    extent.add(new ErasureExtent(preview, erasure.reach(ids()), erasure.logDays()));
  }

  private boolean named() {
    return name.getValue().strip().equalsIgnoreCase(client.label().strip());
  }

  private boolean namesNobody() {
    String words = why.getValue().toLowerCase(Locale.ROOT);
    return preview.names().stream()
        .map(one -> one.toLowerCase(Locale.ROOT))
        .noneMatch(one -> one.length() > 2 && words.contains(one));
  }

  private void begin() {
    String reason = why.getValue().strip();
    why.setInvalid(reason.isEmpty() || !namesNobody());
    if (why.isInvalid()) {
      why.setErrorMessage(
          reason.isEmpty() ? "Say in a few words why." : "Leave the name out: this line stays.");
      return;
    }
    Set<String> ids = ids();
    String key = Hand.key("erase");
    removeAll();
    getFooter().removeAll();
    Paragraph words =
        new Paragraph(
            "Everything is being taken out: runs, database, files, memory. You may close this; it"
                + " goes on, and after a crash it is carried on by itself. Memory, Erased shows how"
                + " far it is.");
    Div work = new Div(new ErasureProgress(erasure, pulse, key, () -> {}), words);
    work.addClassName("dialog-fields");
    add(work);
    getFooter().add(new Button("Close", click -> close()));
    UI ui = UI.getCurrent();
    Thread.ofVirtual().name("erase").start(() -> erase(ui, key, ids, reason));
  }

  private void erase(UI ui, String key, Set<String> ids, String reason) {
    try {
      ErasureRecord proof = erasure.erase(key, ids, hand.who(), reason);
      show(ui, () -> done(proof));
    } catch (MemoryUnavailable | MemoryFailed resting) {
      show(
          ui,
          () ->
              say(
                  new Trouble(
                      "It is not all gone yet.",
                      "Memory does not answer right now. What was begun is kept and goes on by"
                          + " itself.",
                      "Look at Memory, Erased in a few minutes.")));
    } catch (RuntimeException failed) {
      show(
          ui,
          () ->
              say(
                  new Trouble(
                      "It is not all gone yet.",
                      String.valueOf(failed.getMessage()),
                      "It is tried again by itself; Memory, Erased shows when it is done.")));
      throw failed;
    }
  }

  /** Where the page is closed meanwhile, Memory, Erased tells how it went. */
  private static void show(UI ui, Command news) {
    try {
      ui.access(news);
    } catch (UIDetachedException closed) {
      // nobody looks any more
    }
  }

  private void done(ErasureRecord proof) {
    setHeaderTitle("Erased");
    say(
        new Div(
            new H3("Nothing answers with it any more."),
            new Paragraph(
                "Gone: "
                    + ErasureWords.counts(proof)
                    + ". "
                    + ErasureWords.logs(proof, hand.zone())),
            new Anchor("memory/erased", "See the proof")));
    getFooter().removeAll();
    Button close = new Button("Done", click -> close());
    close.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(close);
    erased.run();
  }

  private void say(Component words) {
    removeAll();
    Div body = new Div(words);
    body.addClassName("dialog-fields");
    add(body);
  }
}

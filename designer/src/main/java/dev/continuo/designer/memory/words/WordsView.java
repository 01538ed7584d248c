package dev.continuo.designer.memory.words;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.MemoryPlaces;
import dev.continuo.designer.memory.MemoryPlaces.Place;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.ontology.memory.AdoptedExtension;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Vocabularies;
import dev.continuo.ontology.vocabulary.Vocabulary;
import dev.continuo.ontology.vocabulary.VocabularyChange;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The terms memory may use: the shipped ones and the operator's own, edited and checked here. */
@Route(value = "memory/words", layout = Shell.class)
@PageTitle("Words · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class WordsView extends Div {
  private static final int MOST = 50;

  private final Memory memory;
  private final Hand hand;
  private final Div body = new Div();

  WordsView(Memory memory, Settings settings, AuthenticationContext login) {
    this.memory = memory;
    this.hand = Hand.of(memory, settings, login);
    addClassNames("column", "memory");
    body.addClassName("words");
    add(
        new PageHead("Words", "What memory can speak of, and what you add to it"),
        new MemoryPlaces(Place.WORDS),
        body);
    load();
  }

  private void load() {
    body.removeAll();
    try {
      Vocabularies vocabularies = memory.vocabularies();
      ExtensionPanel editor = new ExtensionPanel(hand, this::load);
      editor.show(vocabularies.extension().turtle());
      Div beside =
          new Div(
              inUse(vocabularies),
              history(vocabularies.history(MOST), editor),
              new MigrationPanel(hand));
      beside.addClassName("words-beside");
      body.add(editor, beside);
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      body.removeAll();
      body.add(MemoryTrouble.of(trouble, this::load));
    }
  }

  private Div inUse(Vocabularies vocabularies) {
    Vocabulary now = vocabularies.current();
    Div panel = panel("In use");
    panel.add(
        new Span(
            "Version "
                + now.version()
                + ": "
                + now.kinds().size()
                + " kinds of things, "
                + now.predicates().size()
                + " relations"));
    List<String> own = vocabularies.extension().own();
    panel.add(
        Soft.words(
            own.isEmpty() ? "None of them is your own." : "Yours: " + String.join(", ", own)));
    for (VocabularyChange change : Vocabulary.changes().reversed()) {
      panel.add(Soft.words(change.version() + ", " + change.date() + ": " + change.words()));
    }
    Anchor all = new Anchor("memory/words/all", "Look at all terms");
    panel.add(all);
    return panel;
  }

  private Div history(List<AdoptedExtension> versions, ExtensionPanel editor) {
    Div panel = panel("History");
    if (versions.isEmpty()) {
      panel.add(Soft.words("You have added no words yet."));
    }
    versions.forEach(
        version -> {
          NativeButton open =
              new NativeButton(
                  version.turtle().isBlank()
                      ? "No words of your own"
                      : "Version " + version.version(),
                  click -> editor.show(version.turtle()));
          open.addClassName("link-button");
          open.setTitle("Put its text into the editor");
          Span by = Soft.words("by " + version.who() + ", ");
          Span when = Moments.when(version.at(), hand.zone());
          when.addClassNames("soft", "small");
          Div line = new Div(open, by, when);
          line.addClassName("history-line");
          panel.add(line);
        });
    return panel;
  }

  private static Div panel(String title) {
    Div panel = new Div(new H2(title));
    panel.addClassName("panel");
    return panel;
  }
}

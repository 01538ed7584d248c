package dev.continuo.designer.memory.words;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.SlotKind;
import dev.continuo.ontology.vocabulary.Vocabulary;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every kind and relation in use, in words. */
@Route(value = "memory/words/all", layout = Shell.class)
@PageTitle("All terms · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class TermsView extends Div {
  private final TextField filter = new TextField();
  private final Div body = new Div();

  TermsView(Memory memory) {
    addClassNames("column", "memory");
    filter.setPlaceholder("A word");
    filter.setAriaLabel("Filter terms");
    filter.setPrefixComponent(Glyph.SEARCH.icon());
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    Div filters = new Div(filter);
    filters.addClassName("filters");
    add(
        new PageHead(
            "All terms",
            "Kinds of things, and what can be said of them",
            new Anchor("memory/words", "Back to your words")),
        filters,
        body);
    try {
      Vocabulary vocabulary = memory.vocabularies().current();
      filter.addValueChangeListener(change -> show(vocabulary));
      show(vocabulary);
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      body.add(MemoryTrouble.of(trouble, () -> getUI().ifPresent(ui -> ui.getPage().reload())));
    }
  }

  private void show(Vocabulary vocabulary) {
    String word = filter.getValue().strip().toLowerCase(Locale.ROOT);
    body.removeAll();
    Div kinds = panel("Kinds of things");
    vocabulary.kinds().stream()
        .filter(kind -> (kind.curie() + " " + kind.label()).toLowerCase(Locale.ROOT).contains(word))
        .forEach(kind -> kinds.add(line(kind.label(), kind.curie(), "")));
    Div relations = panel("Relations");
    vocabulary.predicates().stream()
        .filter(one -> (one.curie() + " " + one.label()).toLowerCase(Locale.ROOT).contains(word))
        .forEach(one -> relations.add(line(one.label(), one.curie(), words(one, vocabulary))));
    body.add(kinds, relations);
    body.addClassName("thing-groups");
  }

  private static String words(Predicate predicate, Vocabulary vocabulary) {
    String of =
        predicate.domains().stream()
            .map(curie -> vocabulary.kind(curie).map(kind -> kind.label()).orElse(curie))
            .sorted()
            .collect(Collectors.joining(", "));
    return predicate.type().name().toLowerCase(Locale.ROOT)
        + ", "
        + slots(predicate.slots())
        + (of.isEmpty() ? "" : "; of " + of);
  }

  private static String slots(SlotKind kind) {
    return switch (kind) {
      case FUNCTIONAL -> "one value at a time";
      case SET -> "many values side by side";
      case EVENT -> "once for each time";
    };
  }

  private static Div line(String label, String curie, String words) {
    Span name = new Span(label);
    name.addClassName("strong");
    Span term = new Span(curie);
    term.addClassNames("mono", "soft");
    Div line = new Div(name, term, Soft.words(words));
    line.addClassName("term-line");
    return line;
  }

  private static Div panel(String title) {
    Div panel = new Div(new H2(title));
    panel.addClassName("panel");
    return panel;
  }
}

package dev.continuo.designer.memory.carry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.continuo.designer.memory.MemoryPlaces;
import dev.continuo.designer.memory.MemoryPlaces.Place;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.ontology.exchange.Answer;
import dev.continuo.ontology.exchange.QuestionRefused;
import dev.continuo.ontology.exchange.Questions;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import jakarta.annotation.security.PermitAll;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Memory asked in SPARQL: examples, the question, its answer as a table. Reads only. */
@Route(value = "memory/query", layout = Shell.class)
@PageTitle("Query · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class QueryView extends Div {
  private static final Logger log = LoggerFactory.getLogger(QueryView.class);

  private final Questions questions;
  private final TextArea sparql = new TextArea("Question in SPARQL");
  private final Button ask = new Button("Ask", click -> ask());
  private final Div result = new Div();

  QueryView(Questions questions) {
    this.questions = questions;
    addClassNames("column", "memory");
    sparql.addClassNames("code-field", "query-field");
    sparql.setWidthFull();
    sparql.setMinRows(7);
    sparql.setMaxRows(24);
    sparql.setMaxLength(20_000);
    sparql.setValue(Sample.values()[0].sparql());
    ask.addThemeVariants(ButtonVariant.PRIMARY);
    ask.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(sparql);
    result.addClassName("query-result");
    result.getElement().setAttribute("aria-live", "polite");
    Paragraph about =
        new Paragraph(
            "SELECT and ASK, nothing else: a question changes nothing, reaches nothing outside and"
                + " ends after five seconds. Without GRAPH it asks what holds now; each source is a"
                + " graph with the assertions of all times.");
    about.addClassNames("soft", "small");
    Div doing = new Div(ask, about);
    doing.addClassName("query-doing");
    add(
        new PageHead("Query", "Memory as a table, for questions that have an exact answer"),
        new MemoryPlaces(Place.QUERY),
        samples(),
        sparql,
        doing,
        result);
  }

  private Div samples() {
    Div all = new Div();
    all.addClassName("query-samples");
    for (Sample sample : Sample.values()) {
      NativeButton pick =
          new NativeButton(
              sample.words(),
              click -> {
                sparql.setValue(sample.sparql());
                ask();
              });
      pick.addClassName("query-sample");
      all.add(pick);
    }
    return all;
  }

  /** In a thread of its own: the page stays alive while a long question runs. */
  private void ask() {
    String question = sparql.getValue();
    if (question.isBlank()) {
      return;
    }
    ask.setEnabled(false);
    result.removeAll();
    result.getElement().removeAttribute("data-answers");
    result.add(Soft.words("Asking\u2026"));
    UI ui = UI.getCurrent();
    Thread.ofVirtual()
        .name("query")
        .start(
            () -> {
              Supplier<Component> answer = answer(question);
              ui.access(
                  () -> {
                    result.removeAll();
                    result.add(answer.get());
                    result.getElement().setAttribute("data-answers", question);
                    ask.setEnabled(true);
                  });
            });
  }

  private Supplier<Component> answer(String question) {
    long begun = System.nanoTime();
    try {
      Answer answer = questions.ask(question);
      long millis = (System.nanoTime() - begun) / 1_000_000;
      return () -> new QueryAnswer(answer, millis);
    } catch (QuestionRefused refused) {
      return () -> new Trouble(String.valueOf(refused.getMessage()), "", "");
    } catch (MemoryUnavailable | MemoryFailed resting) {
      return () -> MemoryTrouble.of(resting, this::ask);
    } catch (RuntimeException unexpected) {
      log.warn("A question in SPARQL could not be answered", unexpected);
      return () ->
          new Trouble(
              "The question could not be answered.",
              "Nothing was changed. The log in the data folder says more.",
              "Ask for less, or in another way.");
    }
  }
}

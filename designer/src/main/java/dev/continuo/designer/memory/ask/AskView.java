package dev.continuo.designer.memory.ask;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageList;
import com.vaadin.flow.component.messages.MessageListItem;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.MemoryTrouble;
import dev.continuo.designer.memory.graph.Surroundings;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.recall.QuestionRefused;
import dev.continuo.runtime.recall.Answer;
import dev.continuo.runtime.recall.Asking;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;

/** Ask memory in plain words; every answer shows what it stands on and as of when. */
@Route(value = "ask", layout = Shell.class)
@PageTitle("Ask · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@StyleSheet("context://continuo-ask.css")
@PermitAll
class AskView extends Div {
  private final Asking asking;
  private final ZoneId zone;
  private final MessageList talk = new MessageList();
  private final PointOfView view;
  private final Div evidence = new Div();
  private final Surroundings sources;
  private final Div start;

  AskView(Asking asking, Memory memory, Settings settings, AuthenticationContext login) {
    this.asking = asking;
    this.zone = settings.work().zone();
    this.view = new PointOfView(zone);
    var drawer = new Drawer();
    this.sources = new Surroundings(Hand.of(memory, settings, login), drawer, () -> {});
    addClassNames("wide", "ask");
    talk.setMarkdown(true);
    talk.setAnnounceMessages(true);
    var input = new MessageInput(event -> ask(event.getValue()));
    input.addClassName("ask-input");
    input.getElement().setAttribute("aria-label", "Your question");
    start = Examples.of(this::ask);
    var conversation = new Div(start, talk, view, input);
    conversation.addClassNames("panel", "ask-talk");
    evidence.addClassNames("panel", "ask-evidence");
    nothingYet();
    var both = new Div(conversation, evidence);
    both.addClassName("ask-both");
    add(
        new PageHead("Ask", "Answers out of memory, each with the sentence it stands on"),
        both,
        drawer);
  }

  private void ask(String text) {
    if (text.isBlank()) {
      return;
    }
    start.setVisible(false);
    say("You", text, 2);
    try {
      var answer = asking.ask(view.question(text));
      say(
          answer.by().equals("facts") ? "Memory" : answer.by(),
          answer.markdown().isBlank() ? answer.recalled().note() : answer.markdown(),
          answer.by().equals("facts") ? 5 : 4);
      show(answer);
    } catch (QuestionRefused refused) {
      say("Memory", String.valueOf(refused.getMessage()), 5);
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      evidence.removeAll();
      evidence.add(MemoryTrouble.of(trouble, () -> ask(text)));
    }
  }

  private void say(String who, String words, int colour) {
    var message = new MessageListItem(words, Instant.now(), who);
    message.setUserColorIndex(colour);
    talk.addItem(message);
  }

  private void show(Answer answer) {
    evidence.removeAll();
    evidence.add(new H2("What it stands on"), new Took(answer.recalled()));
    if (!answer.why().isEmpty()) {
      evidence.add(new Div(answer.why()));
    }
    int number = 0;
    for (var item : answer.recalled().items()) {
      evidence.add(new EvidenceLine(++number, item, zone, sources::openFact, sources::openSource));
    }
    if (answer.recalled().items().isEmpty()) {
      evidence.add(new Div("Nothing was found that answers this."));
    }
  }

  private void nothingYet() {
    evidence.add(
        new Blank(
            Glyph.NOTE,
            "The evidence will stand here",
            "Each fact and each passage of an answer, with its source. A click opens it."));
  }
}

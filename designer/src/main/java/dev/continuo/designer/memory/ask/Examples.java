package dev.continuo.designer.memory.ask;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;

/** Questions to begin with: a click asks them. */
final class Examples {
  private static final List<String> QUESTIONS =
      List.of(
          "What is overdue?",
          "What are the open commitments?",
          "What changed since last week?",
          "What is next?");

  private Examples() {}

  static Div of(Consumer<String> ask) {
    var words =
        new Paragraph(
            "Ask about a person, a client, a promise. Name a date to look back: “Who did Jane work"
                + " for in March 2026?”");
    words.addClassName("soft");
    var all = new Div(words);
    all.addClassName("ask-examples");
    for (String question : QUESTIONS) {
      var button = new NativeButton(question, click -> ask.accept(question));
      button.addClassName("ask-example");
      all.add(button);
    }
    return all;
  }
}

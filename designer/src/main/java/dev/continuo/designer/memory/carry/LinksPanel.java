package dev.continuo.designer.memory.carry;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;

/** The links of the drawing are made of the facts, and can be made anew from them. */
final class LinksPanel extends Div {
  private final Memory memory;
  private final Span result = new Span();
  private final Button rebuild = new Button("Make the links anew");

  LinksPanel(Memory memory) {
    this.memory = memory;
    addClassName("panel");
    Paragraph about =
        new Paragraph(
            "What the drawing shows is derived from the facts. If it ever looks wrong, throw it"
                + " away and make it anew; facts stay as they are, and work goes on meanwhile.");
    about.addClassName("soft");
    rebuild.addClickListener(click -> begin(click.getSource().getUI().orElseThrow()));
    result.getElement().setAttribute("role", "status");
    add(new H2("Links of the drawing"), about, rebuild, result);
  }

  private void begin(UI ui) {
    rebuild.setEnabled(false);
    result.setText("They are being made\u2026");
    Thread.ofVirtual().name("rebuild-links").start(() -> make(ui));
  }

  private void make(UI ui) {
    try {
      int links = memory.rebuildEdges();
      ui.access(() -> say(FactWords.count(links, "link") + " made from the facts."));
    } catch (MemoryUnavailable | MemoryFailed resting) {
      ui.access(
          () -> say("Memory does not answer right now. What is there stays; try again later."));
    }
  }

  private void say(String words) {
    rebuild.setEnabled(true);
    result.setText(words);
  }
}

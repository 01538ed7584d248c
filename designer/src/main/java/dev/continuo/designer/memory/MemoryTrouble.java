package dev.continuo.designer.memory;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.continuo.designer.shell.Trouble;

/** Memory does not answer: said calmly, with a way to ask again. */
final class MemoryTrouble extends Div {
  MemoryTrouble(Runnable again) {
    add(
        new Trouble(
            "Memory does not answer right now.",
            "Its engine is starting or was stopped. Nothing is lost; what arrives is kept until it is"
                + " back.",
            "Wait until the dot at the top is green, then ask again.",
            new Button("Ask again", click -> again.run())));
  }
}

package dev.continuo.designer.memory;

import com.vaadin.flow.component.button.Button;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.ontology.memory.MemoryFailed;

/** Memory has no answer: said calmly, with a way to ask again. */
public final class MemoryTrouble {
  private MemoryTrouble() {}

  public static Trouble of(RuntimeException trouble, Runnable again) {
    Button ask = new Button("Ask again", click -> again.run());
    return trouble instanceof MemoryFailed
        ? new Trouble(
            "Memory refused the question.",
            "Nothing was changed and nothing is lost.",
            "The log in the data folder says more.",
            ask)
        : new Trouble(
            "Memory does not answer right now.",
            "Its engine is starting or was stopped. Nothing is lost; what arrives is kept until it"
                + " is back.",
            "Wait until the dot at the top is green, then ask again.",
            ask);
  }
}

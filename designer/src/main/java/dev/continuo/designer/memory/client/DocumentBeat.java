package dev.continuo.designer.memory.client;

import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.filing.DocumentSettled;
import org.springframework.context.event.EventListener;

/** Tells open pages when a document was read. */
class DocumentBeat {
  private final Pulse pulse;

  DocumentBeat(Pulse pulse) {
    this.pulse = pulse;
  }

  @EventListener
  void on(DocumentSettled document) {
    pulse.beat(Topic.FACTS);
  }
}

package dev.continuo.designer.memory.erase;

import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.erasure.ErasureMoved;
import org.springframework.context.event.EventListener;

/** Tells open pages when an erasure got on. */
class ErasureBeat {
  private final Pulse pulse;

  ErasureBeat(Pulse pulse) {
    this.pulse = pulse;
  }

  @EventListener
  void on(ErasureMoved moved) {
    pulse.beat(Topic.ERASURES);
  }
}

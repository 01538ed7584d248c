package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.Memory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Opens memory and embeds the examples beside the start, so that the first mail does not wait. */
class WarmUp {
  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
  private final Intake intake;
  private final Memory memory;

  WarmUp(Intake intake, Memory memory) {
    this.intake = intake;
    this.memory = memory;
  }

  @EventListener(ApplicationReadyEvent.class)
  void soon() {
    Thread.ofVirtual().name("warm-up").start(this::run);
  }

  private void run() {
    try {
      intake.read(
          new IntakeInput(
              "Continuo",
              "nobody@localhost",
              null,
              "Warm-up",
              Instant.now(),
              Instant.now(),
              "Could you please send me an offer for a new website?",
              null,
              List.of(),
              List.of(),
              "none",
              "none"),
          ZoneOffset.UTC);
      memory.latest(1);
    } catch (RuntimeException notYet) {
      log.info("The warm-up was cut short: {}", notYet.toString());
    }
  }
}

package dev.continuo.runtime.approval;

import dev.continuo.runtime.flow.EngineTrouble;
import dev.continuo.runtime.flow.ProcessEngine;
import dev.continuo.runtime.upkeep.Upkeep;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries answers to the engine. The wish is a column of the card, so that an answer that was cut
 * off before the engine heard of it is carried on after the next start.
 */
class CardFollowUps {
  private static final Logger log = LoggerFactory.getLogger(CardFollowUps.class);
  private final JdbcClient jdbc;
  private final Approvals approvals;
  private final ProcessEngine engine;
  private final Upkeep rounds =
      Upkeep.every("card-follow-ups", Duration.ofSeconds(1), Duration.ofSeconds(5), this::carryOn);

  CardFollowUps(JdbcClient jdbc, Approvals approvals, ProcessEngine engine) {
    this.jdbc = jdbc;
    this.approvals = approvals;
    this.engine = engine;
  }

  @EventListener
  void on(VerdictGiven given) {
    if (given.card().kind() != CardKind.TASK && given.card().kind() != CardKind.STUCK) {
      return;
    }
    jdbc.sql("UPDATE card SET follow_up = 'engine' WHERE id = ?").param(given.card().id()).update();
    rounds.soon();
  }

  Upkeep rounds() {
    return rounds;
  }

  private void carryOn() {
    jdbc.sql(
            """
            SELECT id FROM card WHERE follow_up IS NOT NULL AND followed_up_at IS NULL
            ORDER BY closed_at LIMIT 50
            """)
        .query(UUID.class)
        .list()
        .forEach(this::follow);
  }

  private void follow(UUID id) {
    Card card = approvals.card(id).orElseThrow();
    Card.Decided decided = card.decided();
    if (decided == null) {
      return;
    }
    try {
      EngineCards.followUp(engine, card, decided);
    } catch (EngineTrouble.Gone | EngineTrouble.Refused over) {
      log.info("The engine no longer waits for '{}': {}", card.title(), over.getMessage());
    }
    jdbc.sql("UPDATE card SET followed_up_at = now() WHERE id = ?").param(id).update();
  }
}

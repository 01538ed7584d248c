package dev.continuo.runtime.approval;

import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.DecisionResult;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.decision.guard.GuardEvents;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the house table <em>escalation</em> about cards that nobody answers, and does what it says:
 * shows them as urgent, brings put-off ones back, or declines them. Each step is taken once and
 * told in the run. A card whose time passed is a broken promise to the guards.
 */
final class Escalations {
  private static final Logger log = LoggerFactory.getLogger(Escalations.class);
  private static final String TABLE = "escalation";
  private static final long NO_DEADLINE_HOURS = -10_000;
  private static final int MOST_STEPS = 20;

  private final JdbcClient jdbc;
  private final Approvals approvals;
  private final Decisions decisions;
  private final DecisionTables tables;
  private final GuardEvents guards;
  private final Trace trace;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final CardReading reading;

  Escalations(
      JdbcClient jdbc,
      Approvals approvals,
      Decisions decisions,
      DecisionTables tables,
      GuardEvents guards,
      Trace trace,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      CardReading reading) {
    this.reading = reading;
    this.jdbc = jdbc;
    this.approvals = approvals;
    this.decisions = decisions;
    this.tables = tables;
    this.guards = guards;
    this.trace = trace;
    this.events = events;
    this.transactions = transactions;
  }

  /** Looks at every open card by the clock given; returns how many steps were taken. */
  int look(Instant now) {
    int taken = 0;
    String table = tables.released(TABLE).xml();
    for (Card card : waiting()) {
      try {
        if (Boolean.TRUE.equals(transactions.execute(tx -> consider(card, now, table)))) {
          taken++;
        }
      } catch (RuntimeException trouble) {
        log.warn("'{}' is escalated later: {}", card.title(), trouble.toString());
      }
    }
    return taken;
  }

  /** Cards whose time may have come: past their time, or in the inbox for more than a day. */
  private List<Card> waiting() {
    return jdbc.sql(
            CardReading.SELECT
                + """
                 WHERE c.state IN ('OPEN', 'SNOOZED')
                   AND (c.due_at IS NOT NULL OR c.raised_at < now() - interval '1 day')
                 ORDER BY c.raised_at LIMIT 1000
                """)
        .query(reading)
        .list();
  }

  private boolean consider(Card card, Instant now, String table) {
    var due = card.dueAt();
    if (due != null && due.isBefore(now) && isPromise(card)) {
      guards.tell(List.of(broken(card, due)));
    }
    int steps = steps(card);
    if (steps >= MOST_STEPS) {
      return false;
    }
    var request = request(card, now, steps, table);
    if (step(decisions.preview(request)).equals("wait")) {
      return false;
    }
    var answer = decisions.evaluate(request);
    return take(card, step(answer), answer, steps + 1, now);
  }

  private static String step(DecisionResult answer) {
    return String.valueOf(answer.outputs().get("step")).toLowerCase(Locale.ROOT);
  }

  private static boolean isPromise(Card card) {
    return card.kind() == CardKind.EFFECT || card.kind() == CardKind.TASK;
  }

  private GuardEvent broken(Card card, Instant due) {
    return new GuardEvent(
        "promise-" + card.id(),
        "promise-broken",
        guards.subject(card.runKey()),
        due,
        card.runKey(),
        card.title(),
        0);
  }

  private DecisionRequest request(Card card, Instant now, int steps, String table) {
    var due = card.dueAt();
    var inputs = new HashMap<String, Object>();
    inputs.put("cardKind", card.kind().name().toLowerCase(Locale.ROOT));
    inputs.put("severity", card.severity().word(table));
    inputs.put("hoursOverdue", due == null ? NO_DEADLINE_HOURS : hours(due, now));
    inputs.put("hoursOpen", hours(card.raisedAt(), now));
    inputs.put("stepsTaken", steps);
    return new DecisionRequest(TABLE, null, inputs, card.runKey(), null, card.elementId());
  }

  private static double hours(Instant from, Instant to) {
    return Math.round(Duration.between(from, to).toSeconds() / 36.0) / 100.0;
  }

  private int steps(Card card) {
    return jdbc.sql("SELECT count(*) FROM card_escalation WHERE card_id = ?")
        .param(card.id())
        .query(Integer.class)
        .single();
  }

  private boolean take(Card card, String step, DecisionResult answer, int number, Instant now) {
    var reason = String.valueOf(answer.outputs().getOrDefault("reason", ""));
    var rule =
        answer.hits().isEmpty()
            ? "Escalation v%d".formatted(answer.version())
            : "Escalation v%d, row %d: %s"
                .formatted(
                    answer.version(),
                    answer.hits().getFirst().number(),
                    answer.hits().getFirst().words());
    int mine =
        jdbc.sql(
                """
                INSERT INTO card_escalation(card_id, step, action, reason, rule)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(card.id(), number, step, reason, rule)
            .update();
    if (mine == 0) {
      return false;
    }
    switch (step) {
      case "decline" ->
          approvals.decide(
              card.id(), Verdict.rejected("the rule", card.contentHash(), reason + " " + rule));
      case "bring back" ->
          jdbc.sql(
                  "UPDATE card SET state = 'OPEN', snoozed_until = NULL, severity = 'NOW' WHERE id = ?")
              .param(card.id())
              .update();
      default ->
          jdbc.sql("UPDATE card SET severity = 'NOW' WHERE id = ?").param(card.id()).update();
    }
    tell(card, step, reason, rule, number, now);
    return true;
  }

  private void tell(Card card, String step, String reason, String rule, int number, Instant now) {
    events.publishEvent(new InboxChanged(card.id()));
    var run = card.runKey();
    if (run == null) {
      return;
    }
    var did =
        switch (step) {
          case "decline" -> "declines";
          case "bring back" -> "asks again for";
          default -> "urges";
        };
    trace.record(
        new TraceEntry(
            "card-%s-escalation-%d".formatted(card.id(), number),
            run,
            null,
            card.elementId(),
            TraceKind.APPROVAL,
            "%s '%s': %s (%s)".formatted(did, card.title(), reason, rule),
            Map.of("cardId", card.id().toString(), "step", step),
            now));
  }
}

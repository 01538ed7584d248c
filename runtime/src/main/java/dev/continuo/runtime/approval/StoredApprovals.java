package dev.continuo.runtime.approval;

import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** {@link Approvals} in PostgreSQL; an answer locks its card's row. */
class StoredApprovals implements Approvals {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final CardReading reading;
  private final Severities severities;
  private final Trace trace;
  private final ApplicationEventPublisher events;

  StoredApprovals(
      JdbcClient jdbc,
      JsonMapper json,
      Severities severities,
      Trace trace,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.reading = new CardReading(json);
    this.severities = severities;
    this.trace = trace;
    this.events = events;
  }

  @Override
  @Transactional
  public Card raise(CardRequest request) {
    var known = byKey(request.key());
    if (known.isPresent()) {
      return known.get();
    }
    var urgency = severities.of(request);
    UUID id = UUID.randomUUID();
    var body =
        new CardReading.Body(
            request.why(), request.items(), request.actions(), urgency.ifNothing());
    int rows =
        jdbc.sql(
                """
                INSERT INTO card(id, card_key, kind, severity, title, summary, run_key, element_id, body, content_hash, state, due_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?) ON CONFLICT (card_key) DO NOTHING
                """)
            .params(
                Arrays.asList(
                    id,
                    request.key(),
                    request.kind().name(),
                    urgency.severity().name(),
                    request.title(),
                    request.summary(),
                    request.runKey(),
                    request.elementId(),
                    json.writeValueAsString(body),
                    ContentHash.of(request.items()),
                    urgency.dueAt() == null ? null : Timestamp.from(urgency.dueAt())))
            .update();
    Card card = byKey(request.key()).orElseThrow();
    if (rows == 1) {
      tell(card, "raised", "asks: " + request.title());
    }
    return card;
  }

  @Override
  public List<Card> open() {
    return open(EnumSet.allOf(CardKind.class), 500, 0);
  }

  @Override
  public List<Card> open(Set<CardKind> kinds, String text, int limit, int offset) {
    return jdbc.sql(
            CardReading.SELECT
                + """
                 WHERE (c.state = 'OPEN' OR (c.state = 'SNOOZED' AND c.snoozed_until <= now()))
                   AND c.kind IN (:kinds)
                   AND position(lower(:text) IN lower(c.title || ' ' || c.summary)) > 0
                 ORDER BY array_position(ARRAY['NOW','WORKING_HOURS','DIGEST'], c.severity), c.raised_at
                 LIMIT :limit OFFSET :offset
                """)
        .param("kinds", kinds.stream().map(Enum::name).toList())
        .param("text", text)
        .param("limit", limit)
        .param("offset", offset)
        .query(reading)
        .list();
  }

  @Override
  public int count() {
    return jdbc.sql(
            """
            SELECT count(*) FROM card
            WHERE state = 'OPEN' OR (state = 'SNOOZED' AND snoozed_until <= now())
            """)
        .query(Integer.class)
        .single();
  }

  @Override
  public Map<CardKind, Integer> counts() {
    var counts = new EnumMap<CardKind, Integer>(CardKind.class);
    jdbc.sql(
            """
            SELECT kind, count(*) AS cards FROM card
            WHERE state = 'OPEN' OR (state = 'SNOOZED' AND snoozed_until <= now())
            GROUP BY kind
            """)
        .query(
            (row, number) ->
                Map.entry(CardKind.valueOf(row.getString("kind")), row.getInt("cards")))
        .list()
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  @Override
  public List<Card> closed(int limit) {
    return jdbc.sql(
            CardReading.SELECT
                + " WHERE c.state IN ('DECIDED', 'WITHDRAWN') ORDER BY c.closed_at DESC LIMIT ?")
        .param(limit)
        .query(reading)
        .list();
  }

  @Override
  public Optional<Card> card(UUID id) {
    return jdbc.sql(CardReading.SELECT + " WHERE c.id = ?").param(id).query(reading).optional();
  }

  @Override
  public Optional<Card> byKey(String key) {
    return jdbc.sql(CardReading.SELECT + " WHERE c.card_key = ?")
        .param(key)
        .query(reading)
        .optional();
  }

  @Override
  public List<Card> ofRun(long runKey) {
    return jdbc.sql(CardReading.SELECT + " WHERE c.run_key = ? ORDER BY c.raised_at")
        .param(runKey)
        .query(reading)
        .list();
  }

  @Override
  @Transactional
  public Card decide(UUID id, Verdict verdict) {
    Card card = locked(id);
    if (!card.asks()) {
      throw new CardRefused.AlreadyClosed(
          card.title(), card.state() == Card.State.DECIDED ? "answered" : "withdrawn");
    }
    if (!card.contentHash().equals(verdict.contentHash())) {
      throw new CardRefused.ContentChanged(card.title());
    }
    CardEdits.check(card, verdict);
    jdbc.sql(
            """
            INSERT INTO card_verdict(card_id, decision, who, content_hash, shown, edited, note)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                id,
                verdict.decision().name(),
                verdict.who(),
                verdict.contentHash(),
                json.writeValueAsString(card.items()),
                verdict.edited().isEmpty() ? null : json.writeValueAsString(verdict.edited()),
                verdict.note()))
        .update();
    jdbc.sql("UPDATE card SET state = 'DECIDED', closed_at = now() WHERE id = ?")
        .param(id)
        .update();
    tell(card, "verdict", sentence(card, verdict));
    events.publishEvent(new VerdictGiven(card, verdict));
    return card(id).orElseThrow();
  }

  @Override
  @Transactional
  public Card snooze(UUID id, Instant until, String who) {
    Card card = locked(id);
    if (!card.asks()) {
      throw new CardRefused.AlreadyClosed(card.title(), "answered");
    }
    jdbc.sql("UPDATE card SET state = 'SNOOZED', snoozed_until = ? WHERE id = ?")
        .params(Timestamp.from(until), id)
        .update();
    events.publishEvent(new InboxChanged(id));
    return card(id).orElseThrow();
  }

  @Override
  @Transactional
  public void withdraw(String key, String why) {
    byKey(key)
        .filter(Card::asks)
        .ifPresent(
            card -> {
              jdbc.sql(
                      """
                      UPDATE card SET state = 'WITHDRAWN', closed_at = now()
                      WHERE id = ? AND state IN ('OPEN', 'SNOOZED')
                      """)
                  .param(card.id())
                  .update();
              tell(card, "withdrawn", "no longer asks '" + card.title() + "': " + why);
            });
  }

  private Card locked(UUID id) {
    return jdbc.sql(CardReading.SELECT + " WHERE c.id = ? FOR UPDATE OF c")
        .param(id)
        .query(reading)
        .optional()
        .orElseThrow(() -> new CardRefused.NotFound(id));
  }

  private void tell(Card card, String what, String sentence) {
    events.publishEvent(new InboxChanged(card.id()));
    @Nullable Long run = card.runKey();
    if (run != null) {
      trace.record(
          new TraceEntry(
              "card-" + card.id() + "-" + what,
              run,
              null,
              card.elementId(),
              TraceKind.APPROVAL,
              sentence,
              Map.of("cardId", card.id().toString()),
              Instant.now()));
    }
  }

  private static String sentence(Card card, Verdict verdict) {
    String did =
        switch (verdict.decision()) {
          case APPROVED -> verdict.edited().isEmpty() ? "approved" : "edited and approved";
          case SENT_BACK -> "sent back";
          case REJECTED -> "rejected";
        };
    String note = verdict.note().isBlank() ? "" : " (\"" + verdict.note() + "\")";
    return "is answered: %s %s '%s'%s.".formatted(verdict.who(), did, card.title(), note);
  }
}

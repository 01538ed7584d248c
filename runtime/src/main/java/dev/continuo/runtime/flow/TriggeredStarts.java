package dev.continuo.runtime.flow;

import dev.continuo.runtime.journal.Journal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link Starts} over trigger rows. A process with a message start is started by a message whose id
 * and correlation key are the trigger key; any other by a create command that carries the key as
 * the variable {@code startKey}. A start without an answer is looked up in the journal before it is
 * tried again.
 */
final class TriggeredStarts implements Starts {
  private static final Logger log = LoggerFactory.getLogger(TriggeredStarts.class);
  private static final Duration TIME_TO_LIVE = Duration.ofDays(1);
  private static final Duration REPLIES_WAIT = Duration.ofDays(30);
  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final FlowVersionRows versions;
  private final FlowLint lint;
  private final ProcessEngine engine;
  private final Supplier<Journal> journal;
  private final FollowedEngine followed;
  private final StartConfirmations confirmations;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final WrittenTogether<Asked, Accepted> triggers = new WrittenTogether<>(this::accept);

  TriggeredStarts(
      JdbcClient jdbc,
      JsonMapper json,
      FlowVersionRows versions,
      FlowLint lint,
      ProcessEngine engine,
      Supplier<Journal> journal,
      FollowedEngine followed) {
    this.jdbc = jdbc;
    this.json = json;
    this.versions = versions;
    this.lint = lint;
    this.engine = engine;
    this.journal = journal;
    this.followed = followed;
    this.confirmations = new StartConfirmations(jdbc);
  }

  private record Trigger(String triggerKey, String flowId, String variables) {}

  /** A start that wants its row. */
  private record Asked(StartRequest request, String variables, int tries) {}

  /**
   * Whether nobody asked for it before.
   *
   * @param contentHash of what there is to start; null where the flow has no release
   */
  private record Accepted(@Nullable String contentHash, boolean first) {}

  private record Message(String name, String correlationKey, String messageId, String variables) {}

  @Override
  public Started start(StartRequest request) {
    var variables = new HashMap<>(request.variables());
    variables.put("startKey", request.triggerKey());
    String text = json.writeValueAsString(variables);
    boolean later = TransactionSynchronizationManager.isActualTransactionActive();
    var asked = new Asked(request, text, later ? 0 : 1);
    // within a transaction the row belongs to it
    Accepted accepted = later ? accept(List.of(asked)).getFirst() : triggers.write(asked);
    if (accepted.contentHash() == null) {
      throw new FlowNotReleased(request.flowId());
    }
    if (!accepted.first()) {
      return new Started(request.triggerKey(), false, runOf(request.triggerKey()).orElse(null));
    }
    var trigger = new Trigger(request.triggerKey(), request.flowId(), text);
    if (later) {
      afterCommit(() -> launchAgain(trigger));
      return new Started(request.triggerKey(), true, null);
    }
    return new Started(request.triggerKey(), true, launch(trigger, accepted.contentHash()));
  }

  /** The newest releases and the triggers' rows, in one statement. */
  private List<Accepted> accept(List<Asked> asked) {
    var hashes = new HashMap<String, String>();
    var made = new HashSet<String>();
    jdbc.sql(
            """
            WITH asked AS (
              SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[])
                AS a(trigger_key, flow_id, origin, variables, tries)
            ), newest AS (
              SELECT DISTINCT ON (flow_id) flow_id, content_hash FROM flow_version
              WHERE flow_id = ANY (?::text[]) ORDER BY flow_id, version DESC
            ), made AS (
              INSERT INTO start_trigger(trigger_key, flow_id, origin, variables, tries)
              SELECT trigger_key, flow_id, origin, variables, tries FROM asked JOIN newest USING (flow_id)
              ON CONFLICT (trigger_key) DO NOTHING RETURNING trigger_key
            )
            SELECT flow_id, content_hash, NULL AS trigger_key FROM newest
            UNION ALL SELECT NULL, NULL, trigger_key FROM made
            """)
        .param(column(asked, a -> a.request().triggerKey()))
        .param(column(asked, a -> a.request().flowId()))
        .param(column(asked, a -> a.request().origin()))
        .param(column(asked, Asked::variables))
        .param(asked.stream().map(Asked::tries).toArray(Integer[]::new))
        .param(asked.stream().map(a -> a.request().flowId()).distinct().toArray(String[]::new))
        .query(
            row -> {
              if (row.getString("trigger_key") == null) {
                hashes.put(row.getString("flow_id"), row.getString("content_hash"));
              } else {
                made.add(row.getString("trigger_key"));
              }
            });
    return asked.stream()
        // of two with one key in one statement the first is the first
        .map(
            a ->
                new Accepted(
                    hashes.get(a.request().flowId()), made.remove(a.request().triggerKey())))
        .toList();
  }

  private static String[] column(List<Asked> asked, Function<Asked, String> field) {
    return asked.stream().map(field).toArray(String[]::new);
  }

  @Override
  public void correlate(
      String messageName, String correlationKey, String messageId, Map<String, Object> variables) {
    var message =
        new Message(messageName, correlationKey, messageId, json.writeValueAsString(variables));
    int rows =
        jdbc.sql(
                """
                INSERT INTO message_out(name, message_id, correlation_key, variables) VALUES (?, ?, ?, ?)
                ON CONFLICT (name, message_id) DO NOTHING
                """)
            .params(messageName, messageId, correlationKey, message.variables())
            .update();
    if (rows == 1) {
      afterCommit(() -> publish(message));
    }
  }

  /** Finishes what was cut off: looks each open start up in the journal, then tries it again. */
  void finishOpen() {
    confirmations.writeOpen(); // the journal may be far behind
    List<Trigger> open =
        jdbc
            .sql(
                """
                SELECT trigger_key, flow_id, variables FROM start_trigger
                WHERE confirmed_at IS NULL AND last_try_at < now() - interval '5 seconds'
                ORDER BY created_at LIMIT 100
                """)
            .query(Trigger.class)
            .list()
            .stream()
            .filter(trigger -> !underWay.contains(trigger.triggerKey()))
            .toList();
    if (!open.isEmpty() && followed.isCurrent()) {
      for (Trigger trigger : open) {
        journal
            .get()
            .runStartedWith(trigger.triggerKey())
            .ifPresentOrElse(
                run -> confirmations.now(Map.of(trigger.triggerKey(), run)),
                () -> {
                  log.info(
                      "Start {} had no answer and left no run; trying again", trigger.triggerKey());
                  launchAgain(trigger);
                });
      }
    }
    jdbc.sql(
            """
            SELECT name, correlation_key, message_id, variables FROM message_out
            WHERE published_at IS NULL AND last_try_at < now() - interval '5 seconds'
            ORDER BY created_at LIMIT 100
            """)
        .query(Message.class)
        .list()
        .forEach(this::publish);
  }

  private void launchAgain(Trigger trigger) {
    jdbc.sql(
            "UPDATE start_trigger SET last_try_at = now(), tries = tries + 1 WHERE trigger_key = ?")
        .param(trigger.triggerKey())
        .update();
    FlowVersionRow newest = released(trigger.flowId());
    launch(trigger, newest.contentHash);
  }

  private @Nullable Long launch(Trigger trigger, String contentHash) {
    if (!followed.follows()) {
      log.info("Start {} waits until the journal follows the engine", trigger.triggerKey());
      return null;
    }
    Map<String, Object> variables = json.readValue(trigger.variables(), VARIABLES);
    underWay.add(trigger.triggerKey());
    try {
      Optional<String> message =
          StartMessages.of(lint, contentHash, () -> released(trigger.flowId()).xml);
      if (message.isPresent()) {
        engine.publish(
            message.get(), trigger.triggerKey(), trigger.triggerKey(), TIME_TO_LIVE, variables);
        return runOf(trigger.triggerKey()).orElse(null); // the journal confirms it
      }
      long run = engine.start(trigger.flowId(), variables);
      confirmations.keep(trigger.triggerKey(), run);
      return run;
    } catch (EngineTrouble trouble) {
      jdbc.sql("UPDATE start_trigger SET last_error = ? WHERE trigger_key = ?")
          .params(String.valueOf(trouble.getMessage()), trigger.triggerKey())
          .update();
      log.warn("Start {} waits: {}", trigger.triggerKey(), trouble.getMessage());
      return null;
    } finally {
      underWay.remove(trigger.triggerKey());
    }
  }

  private void publish(Message message) {
    if (!followed.follows()) {
      return; // it stays open
    }
    jdbc.sql("UPDATE message_out SET last_try_at = now() WHERE name = ? AND message_id = ?")
        .params(message.name(), message.messageId())
        .update();
    try {
      engine.publish(
          message.name(),
          message.correlationKey(),
          message.messageId(),
          REPLIES_WAIT,
          json.readValue(message.variables(), VARIABLES));
      jdbc.sql("UPDATE message_out SET published_at = now() WHERE name = ? AND message_id = ?")
          .params(message.name(), message.messageId())
          .update();
    } catch (EngineTrouble trouble) {
      log.warn("Message {} waits: {}", message.messageId(), trouble.getMessage());
    }
  }

  /** Called with what the journal saw; also inside its transaction. */
  void confirm(Map<String, Long> runs) {
    confirmations.now(runs);
  }

  private Optional<Long> runOf(String triggerKey) {
    return confirmations
        .unwritten(triggerKey)
        .or(
            () ->
                jdbc.sql(
                        "SELECT run_key FROM start_trigger WHERE trigger_key = ? AND run_key IS NOT NULL")
                    .param(triggerKey)
                    .query(Long.class)
                    .optional());
  }

  private FlowVersionRow released(String flowId) {
    return versions
        .findFirstByKeyFlowIdOrderByKeyVersionDesc(flowId)
        .orElseThrow(() -> new FlowNotReleased(flowId));
  }

  private static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Thread.startVirtualThread(work);
          }
        });
  }
}

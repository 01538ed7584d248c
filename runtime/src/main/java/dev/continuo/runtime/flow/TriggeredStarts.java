package dev.continuo.runtime.flow;

import dev.continuo.runtime.flow.TriggerRows.Accepted;
import dev.continuo.runtime.flow.TriggerRows.Asked;
import dev.continuo.runtime.flow.TriggerRows.Trigger;
import dev.continuo.runtime.journal.Journal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final TriggerRows triggers;

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
    this.triggers = new TriggerRows(jdbc);
  }

  private record Message(String name, String correlationKey, String messageId, String variables) {}

  @Override
  public Started start(StartRequest request) {
    var variables = new HashMap<>(request.variables());
    variables.put("startKey", request.triggerKey());
    String text = json.writeValueAsString(variables);
    boolean later = TransactionSynchronizationManager.isActualTransactionActive();
    var asked = new Asked(request, text, later ? 0 : 1);
    Accepted accepted = later ? triggers.acceptWithin(asked) : triggers.accept(asked);
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
    try {
      return new Started(request.triggerKey(), true, launch(trigger, accepted.contentHash()));
    } catch (EngineTrouble.Refused refused) {
      triggers.forget(request.triggerKey());
      throw new StartRefused(request.flowId(), refused);
    }
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
        triggers.open().stream()
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
    triggers.tried(trigger.triggerKey());
    FlowVersionRow newest = released(trigger.flowId());
    try {
      launch(trigger, newest.contentHash);
    } catch (EngineTrouble.Refused refused) {
      // nobody waits for the answer: it is kept, and tried again when another release may take it
      triggers.refused(trigger.triggerKey(), String.valueOf(refused.getMessage()));
      log.warn("Start {} was refused: {}", trigger.triggerKey(), refused.getMessage());
    }
  }

  /**
   * @throws EngineTrouble.Refused when the engine will not start it, however often it is asked
   */
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
    } catch (EngineTrouble.Unreachable | EngineTrouble.Gone trouble) {
      triggers.failed(trigger.triggerKey(), String.valueOf(trouble.getMessage()));
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

  @Override
  public List<RefusedStart> refused() {
    // a run is seen in the journal a moment before its start is written down as confirmed
    return triggers.refused().stream()
        .filter(start -> journal.get().runStartedWith(start.triggerKey()).isEmpty())
        .toList();
  }

  /** Called with what the journal saw; also inside its transaction. */
  void confirm(Map<String, Long> runs) {
    confirmations.now(runs);
  }

  private Optional<Long> runOf(String triggerKey) {
    return confirmations.unwritten(triggerKey).or(() -> triggers.runOf(triggerKey));
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

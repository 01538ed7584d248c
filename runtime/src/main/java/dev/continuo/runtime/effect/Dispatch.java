package dev.continuo.runtime.effect;

import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.CardAction;
import dev.continuo.runtime.approval.CardItem;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.CardRequest;
import dev.continuo.runtime.approval.Justification;
import dev.continuo.runtime.approval.Verdict;
import dev.continuo.runtime.flow.EngineTrouble;
import dev.continuo.runtime.flow.ProcessEngine;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is allowed. An intent is claimed in a transaction of its own, handed to its sender
 * outside any transaction, and settled in another; what was claimed and not settled is unknown and
 * is never sent again without a person.
 */
final class Dispatch {
  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
  static final String OUTCOME_CARD = "outcome-";
  private static final int MOST_TRIES = 5;
  private static final List<CardAction> WHAT_BECAME =
      List.of(
          new CardAction(Verdict.Decision.APPROVED, "It arrived", false),
          new CardAction(Verdict.Decision.SENT_BACK, "It did not arrive: send it", false),
          new CardAction(Verdict.Decision.REJECTED, "Leave it unsent", false));

  private final EffectLedger ledger;
  private final Map<String, Sender> senders;
  private final Approvals approvals;
  private final ProcessEngine engine;
  private final Trace trace;
  private final TransactionTemplate transactions;

  Dispatch(
      EffectLedger ledger,
      List<Sender> senders,
      Approvals approvals,
      ProcessEngine engine,
      Trace trace,
      TransactionTemplate transactions) {
    this.ledger = ledger;
    this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
    this.approvals = approvals;
    this.engine = engine;
    this.trace = trace;
    this.transactions = transactions;
  }

  /**
   * Sends every due intent of an allowed proposal, in order, and stops at the first that is not.
   */
  void send(String effectKey) {
    for (LedgerEntry intent : ledger.intents(effectKey)) {
      if (intent.state() == LedgerEntry.State.CONFIRMED
          || intent.state() == LedgerEntry.State.REJECTED) {
        continue;
      }
      if (!ledger.claim(intent.idempotencyKey())) {
        return;
      }
      SendResult result = handOver(intent);
      transactions.executeWithoutResult(tx -> settle(intent, result));
      if (!(result instanceof SendResult.Confirmed)) {
        return;
      }
    }
    ledger.move(effectKey, ProposedEffect.State.ALLOWED, ProposedEffect.State.SENT, "");
  }

  private SendResult handOver(LedgerEntry intent) {
    Sender sender = senders.get(intent.channel());
    if (sender == null) {
      return new SendResult.Failed(
          "Nothing can send over '" + intent.channel() + "'.",
          "No connector offers this channel.",
          "Connect one under Connections, then try again.",
          false);
    }
    try {
      return sender.send(
          new Intent(intent.channel(), intent.summary(), intent.content()),
          intent.idempotencyKey());
    } catch (RuntimeException broken) {
      log.error("The sender of {} broke", intent.channel(), broken);
      return new SendResult.Unknown("The sender broke: " + broken.getMessage());
    }
  }

  private void settle(LedgerEntry intent, SendResult result) {
    String key = intent.idempotencyKey();
    switch (result) {
      case SendResult.Confirmed confirmed -> {
        ledger.confirmed(key, confirmed.receipt(), confirmed.details());
        tell(
            intent.effectKey(),
            key + "-confirmed",
            "sent: %s (%s).".formatted(intent.summary(), confirmed.receipt()));
      }
      case SendResult.Failed failed -> {
        String why = failed.what() + " " + failed.why() + " " + failed.fix();
        int tries = ledger.tries(key);
        if (failed.mayRetry() && tries < MOST_TRIES) {
          ledger.later(key, why, Duration.ofSeconds(5L << (2 * tries)));
          tell(
              intent.effectKey(),
              key + "-later-" + tries,
              "could not send %s yet and will try again: %s".formatted(intent.summary(), why));
        } else {
          ledger.settled(key, LedgerEntry.State.FAILED, why);
          stuck(intent, "This was not sent: " + intent.summary(), why);
        }
      }
      case SendResult.Unknown unknown -> unknown(intent, unknown.why());
    }
  }

  /** Shows an outcome that nobody knows. */
  void unknown(LedgerEntry intent, String why) {
    transactions.executeWithoutResult(
        tx -> {
          ledger.settled(intent.idempotencyKey(), LedgerEntry.State.UNKNOWN, why);
          stuck(intent, "Did this arrive? " + intent.summary(), why);
        });
  }

  private void stuck(LedgerEntry intent, String title, String why) {
    String effectKey = intent.effectKey();
    ledger.move(effectKey, ProposedEffect.State.ALLOWED, ProposedEffect.State.STUCK, why);
    var row = ledger.row(effectKey).orElseThrow();
    approvals.raise(
        new CardRequest(
            OUTCOME_CARD + intent.idempotencyKey() + "#" + ledger.tries(intent.idempotencyKey()),
            CardKind.OUTCOME,
            title,
            why,
            row.runKey(),
            row.elementId(),
            new Justification(
                why,
                "The run waits and nothing is sent again without you.",
                List.of(),
                List.of(),
                "Sending again may deliver it twice.",
                List.of()),
            List.of(new CardItem(intent.channel(), intent.summary(), intent.content())),
            WHAT_BECAME,
            null));
    tell(
        effectKey,
        intent.idempotencyKey() + "-stuck-" + ledger.tries(intent.idempotencyKey()),
        "does not know what became of '%s': %s".formatted(intent.summary(), why));
  }

  /** Tells the engine that a decided proposal's step is over; the same key again does nothing. */
  void finish(EffectLedger.Row row) {
    try {
      engine.complete(row.jobKey(), outputs(row.effectKey()));
      ledger.completed(row.effectKey());
    } catch (EngineTrouble.Gone gone) {
      ledger.completed(row.effectKey());
    } catch (EngineTrouble waits) {
      log.warn(
          "Step of {} is over, the engine will hear of it later: {}",
          row.effectKey(),
          waits.getMessage());
    }
  }

  /** What the run learns: the verdict, the note and a receipt per channel. */
  Map<String, Object> outputs(String effectKey) {
    var row = ledger.row(effectKey).orElseThrow();
    var receipts = new LinkedHashMap<String, Object>();
    var sent = new ArrayList<String>();
    for (LedgerEntry intent : ledger.intents(effectKey)) {
      if (intent.state() == LedgerEntry.State.CONFIRMED && intent.receipt() != null) {
        receipts.put(intent.channel(), intent.receipt());
        sent.add(intent.idempotencyKey());
      }
    }
    String verdict =
        switch (row.state()) {
          case SENT -> "approved";
          case FORBIDDEN -> "forbidden";
          default -> "rejected";
        };
    return Map.of(
        "answer",
        Map.of("verdict", verdict, "note", row.note(), "receipts", receipts, "sent", sent));
  }

  void tell(String effectKey, String what, String sentence) {
    ledger
        .row(effectKey)
        .ifPresent(
            row ->
                trace.record(
                    new TraceEntry(
                        "effect-" + effectKey + "-" + what,
                        row.runKey(),
                        row.elementInstance(),
                        row.elementId(),
                        TraceKind.EFFECT,
                        sentence,
                        Map.of("effectKey", effectKey),
                        Instant.now())));
  }
}

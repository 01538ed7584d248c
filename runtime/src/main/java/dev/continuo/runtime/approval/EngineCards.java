package dev.continuo.runtime.approval;

import dev.continuo.runtime.flow.ProcessEngine;
import dev.continuo.runtime.journal.ElementNames;
import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.JournalListener;
import dev.continuo.runtime.journal.JournalRecord;
import dev.continuo.runtime.journal.UserTaskJob;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes cards of what the engine reports: user tasks and incidents; takes them back when they end.
 */
final class EngineCards implements JournalListener {
  static final String TASK = "task-";
  static final String INCIDENT = "incident-";
  private static final List<CardAction> DONE =
      List.of(new CardAction(Verdict.Decision.APPROVED, "Done", false));
  private static final List<CardAction> AGAIN =
      List.of(
          new CardAction(Verdict.Decision.APPROVED, "Try again", false),
          new CardAction(Verdict.Decision.REJECTED, "Stop the run", false));

  private final Approvals approvals;
  private final Supplier<Journal> journal;
  private final ElementNames names;

  EngineCards(Approvals approvals, Supplier<Journal> journal, ElementNames names) {
    this.approvals = approvals;
    this.journal = journal;
    this.names = names;
  }

  @Override
  public void on(List<JournalRecord> batch) {
    for (JournalRecord entry : batch) {
      switch (entry.valueType() + " " + entry.intent()) {
        case "JOB CREATED" -> {
          if (entry.text("type").equals(UserTaskJob.JOB_TYPE)) {
            journal.get().openUserTask(entry.key()).ifPresent(this::task);
          }
        }
        case "JOB COMPLETED", "JOB CANCELED" -> {
          if (entry.text("type").equals(UserTaskJob.JOB_TYPE)) {
            approvals.withdraw(TASK + entry.key(), "its step is over.");
          }
        }
        case "INCIDENT CREATED" -> incident(entry);
        case "INCIDENT RESOLVED" -> approvals.withdraw(INCIDENT + entry.key(), "the run goes on.");
        default -> {
          // nothing that needs a person
        }
      }
    }
  }

  private void task(UserTaskJob task) {
    String name = called(task.processKey(), task.elementId());
    approvals.raise(
        new CardRequest(
            TASK + task.jobKey(),
            CardKind.TASK,
            name,
            "The run waits until this is done.",
            task.runKey(),
            task.elementId(),
            new Justification(
                "The flow hands this step to you.", "", List.of(), List.of(), "", List.of()),
            List.of(new CardItem("task", name, task.variables())),
            DONE,
            null));
  }

  private void incident(JournalRecord entry) {
    String name = called(entry.processKey(), String.valueOf(entry.elementId()));
    String message = entry.text("errorMessage");
    approvals.raise(
        new CardRequest(
            INCIDENT + entry.key(),
            CardKind.STUCK,
            "'" + name + "' is stuck",
            message.lines().findFirst().orElse("The engine reports a problem."),
            entry.runKey(),
            entry.elementId(),
            new Justification(
                message, "The run cannot go on by itself.", List.of(), List.of(), "", List.of()),
            List.of(
                new CardItem(
                    "incident",
                    name,
                    Map.of(
                        "incidentKey",
                        entry.key(),
                        "jobKey",
                        entry.number("jobKey"),
                        "problem",
                        message))),
            AGAIN,
            null));
  }

  private String called(long processKey, String elementId) {
    return names.name(processKey, elementId).orElse(elementId);
  }

  /** Carries an answer to the engine. */
  static void followUp(ProcessEngine engine, Card card, Card.Decided decided) {
    if (card.kind() == CardKind.TASK) {
      engine.complete(
          Long.parseLong(card.key().substring(TASK.length())),
          Map.of("doneBy", decided.who(), "note", decided.note()));
    } else if (card.kind() == CardKind.STUCK) {
      var problem = card.items().getFirst().content();
      if (decided.decision() == Verdict.Decision.APPROVED) {
        engine.tryAgain(
            ((Number) problem.getOrDefault("jobKey", 0)).longValue(),
            ((Number) problem.getOrDefault("incidentKey", 0)).longValue(),
            3);
      } else if (card.runKey() != null) {
        engine.cancel(card.runKey());
      }
    }
  }
}

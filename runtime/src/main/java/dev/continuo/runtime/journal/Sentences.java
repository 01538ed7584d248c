package dev.continuo.runtime.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words what a record of the engine means. A sentence follows the flow's name: "waits
 * at <em>Answer the lead</em>."
 */
final class Sentences {
  /**
   * A job whose lease is moved further than this is not at work: it waits for something outside.
   */
  private static final Duration LONG_LEASE = Duration.ofMinutes(10);

  private final ElementNames names;
  private final UnaryOperator<String> name;
  private final UnaryOperator<String> quote;

  /**
   * @param name how the name of an element is set off
   * @param quote how text from outside is quoted
   */
  Sentences(ElementNames names, UnaryOperator<String> name, UnaryOperator<String> quote) {
    this.names = names;
    this.name = name;
    this.quote = quote;
  }

  /** For the log file: Markdown. */
  static Sentences markdown(ElementNames names) {
    return new Sentences(names, n -> "*" + PlainText.name(n) + "*", PlainText::name);
  }

  /** For pages: plain text. */
  static Sentences text(ElementNames names) {
    return new Sentences(
        names, n -> "“" + PlainText.line(n, 200) + "”", said -> PlainText.line(said, 300));
  }

  /** The sentence for a record; null where it is no transition that a person would tell. */
  @Nullable String of(JournalRecord record, long processKey) {
    return switch (record.valueType()) {
      case "PROCESS_INSTANCE" -> element(record, processKey);
      case "INCIDENT" -> incident(record, processKey);
      case "JOB" -> job(record, processKey);
      case "PROCESS_MESSAGE_SUBSCRIPTION" ->
          record.intent().equals("CORRELATED")
              ? "receives the message " + name.apply(record.text("messageName")) + "."
              : null;
      default -> null;
    };
  }

  /** The flow's own name. */
  String flow(long processKey, String flowId) {
    return quote.apply(names.name(processKey, flowId).orElse(flowId));
  }

  private @Nullable String element(JournalRecord record, long processKey) {
    String type = record.text("bpmnElementType");
    boolean process = type.equals(ElementTypes.PROCESS);
    return switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> process ? "started." : arrival(type, record, processKey);
      case "ELEMENT_COMPLETED" -> process ? "is finished." : null;
      case "ELEMENT_TERMINATED" -> process ? "was stopped." : null;
      case "ELEMENT_MIGRATED" -> process ? "goes on in another version." : null;
      default -> null;
    };
  }

  private @Nullable String arrival(String type, JournalRecord record, long processKey) {
    String place = place(record, processKey);
    return switch (type) {
      case "START_EVENT" -> null;
      case "EXCLUSIVE_GATEWAY", "PARALLEL_GATEWAY", "INCLUSIVE_GATEWAY" ->
          named(record, processKey).isPresent() ? "passes " + place + "." : null;
      case "EVENT_BASED_GATEWAY" ->
          named(record, processKey).isPresent()
              ? "waits at " + place + "."
              : "waits for what comes first.";
      case "USER_TASK", "RECEIVE_TASK" -> "waits at " + place + ".";
      case "INTERMEDIATE_CATCH_EVENT" -> "comes to " + place + ".";
      case "INTERMEDIATE_THROW_EVENT" -> "passes " + place + ".";
      case "END_EVENT" -> "reaches " + place + ".";
      case "BOUNDARY_EVENT" -> "takes the way of " + place + ".";
      case "SUB_PROCESS", "EVENT_SUB_PROCESS" -> "enters " + place + ".";
      case "CALL_ACTIVITY" -> "starts " + place + " and waits for its end.";
      case "MULTI_INSTANCE_BODY" -> "does " + place + " once for each item.";
      default -> "works on " + place + ".";
    };
  }

  private @Nullable String incident(JournalRecord record, long processKey) {
    String place = place(record, processKey);
    return switch (record.intent()) {
      case "CREATED" ->
          "is stuck at " + place + ": " + ended(quote.apply(record.text("errorMessage")));
      case "RESOLVED" -> "goes on after the problem at " + place + ".";
      default -> null;
    };
  }

  private @Nullable String job(JournalRecord record, long processKey) {
    String place = place(record, processKey);
    return switch (record.intent()) {
      case "FAILED" ->
          record.number("retries") > 0
              ? "could not do "
                  + place
                  + " and tries again: "
                  + ended(quote.apply(record.text("errorMessage")))
              : null; // the incident tells it
      case "ERROR_THROWN" ->
          "leaves " + place + " with the error " + ended(quote.apply(record.text("errorCode")));
      case "TIMEOUT_UPDATED" -> parks(record) ? "waits at " + place + "." : null;
      default -> null;
    };
  }

  /** Whether a job's lease was moved so far that nobody is at work on it. */
  static boolean parks(JournalRecord record) {
    Instant until = Instant.ofEpochMilli(record.number("deadline"));
    return record.is("JOB", "TIMEOUT_UPDATED")
        && Duration.between(record.at(), until).compareTo(LONG_LEASE) > 0;
  }

  private Optional<String> named(JournalRecord record, long processKey) {
    String id = record.elementId();
    return id == null ? Optional.empty() : names.name(processKey, id);
  }

  private String place(JournalRecord record, long processKey) {
    String id = record.elementId();
    return name.apply(named(record, processKey).orElse(id == null ? "a step" : id));
  }

  private static String ended(String words) {
    return words.endsWith(".") || words.endsWith("!") || words.endsWith("?") ? words : words + ".";
  }
}

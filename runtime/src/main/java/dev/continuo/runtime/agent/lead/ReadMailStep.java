package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.Contracts;
import dev.continuo.runtime.agent.Intake;
import dev.continuo.runtime.agent.IntakeInput;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.document.DocumentDamaged;
import dev.continuo.runtime.document.DocumentNotFound;
import dev.continuo.runtime.document.MailReading;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceKind;
import dev.continuo.runtime.setting.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a stored mail and hands on who wrote, what they want, and the sentence that says so. */
final class ReadMailStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "read-mail",
          "Read a mail",
          "Agents",
          "envelope-open",
          EffectClass.READ,
          Lane.CRITICAL,
          RetryClass.QUICK,
          List.of(new StepPort("mail", "context", "The mail that arrived", true)),
          List.of(new StepPort("lead", "context", "Who wrote and what they want", true)),
          "Reads sender, organisation, dates, money, phone numbers, language and the kind of request"
              + " out of a mail, with the sentence each was found in. It uses no language model and"
              + " no network; what is not English or not clear is said to be so.");

  private final StoredMails mails;
  private final Intake intake;
  private final Settings settings;
  private final Trace trace;

  ReadMailStep(StoredMails mails, Intake intake, Settings settings, Trace trace) {
    this.mails = mails;
    this.intake = intake;
    this.settings = settings;
    this.trace = trace;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    if (!(step.variables().get("mail") instanceof Map<?, ?> mail)
        || !(mail.get("documentId") instanceof String documentId)) {
      return new StepOutcome.Incident(
          "There is no mail to read.",
          "The variable 'mail' names no stored document.",
          "Start the flow with a mail, or put the document's id into mail.documentId.");
    }
    try {
      return switch (mails.read(documentId)) {
        case MailReading.Unreadable broken ->
            new StepOutcome.Incident(
                "The stored mail cannot be read.",
                broken.why(),
                "Read the raw message yourself and end the run, or start it with another mail.");
        case MailReading.ReadMail read -> done(step, StoredMails.input(mail, documentId, read));
      };
    } catch (DocumentNotFound | DocumentDamaged missing) {
      return new StepOutcome.Incident(
          "The stored mail is not there any more.",
          String.valueOf(missing.getMessage()),
          "Put the file back into the data folder's documents and try again.");
    }
  }

  private StepOutcome done(StepContext step, IntakeInput input) {
    IntakeRecord lead = intake.read(input, settings.work().zone());
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("kind", lead.kind().id());
    details.put("score", lead.kindScore());
    details.put("why", lead.kindReason());
    details.put("language", lead.language());
    details.put("documentId", lead.documentId());
    trace.record(Told.by(step, TraceKind.AGENT, sentence(lead), details));
    return new StepOutcome.Done(Map.of("lead", Contracts.INTAKE_RECORD.variable(lead)));
  }

  private static String sentence(IntakeRecord lead) {
    String request = lead.request() == null ? "." : ": " + quoted(lead.request().quote());
    return "reads the mail of "
        + Told.who(lead)
        + " and takes it for "
        + switch (lead.kind()) {
          case UNCLEAR -> "a message whose purpose is not clear";
          default -> lead.kind().words();
        }
        + request;
  }

  /** The end of a sentence that is quoted ends this one too. */
  private static String quoted(String quote) {
    String line = Told.line(quote, 160);
    return "“" + line + (line.matches("(?s).*[.!?…]") ? "”" : "”.");
  }
}

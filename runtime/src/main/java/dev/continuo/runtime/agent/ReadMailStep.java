package dev.continuo.runtime.agent;

import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceKind;
import dev.continuo.runtime.setting.Settings;
import java.util.List;
import java.util.Map;

/** The intake role: from a raw mail to a typed record. */
final class ReadMailStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      Steps.describe(
          "read-mail",
          "Read a mail",
          "envelope-open",
          EffectClass.READ,
          RetryClass.QUICK,
          List.of(Steps.in("mail", "The mail that arrived")),
          List.of(Steps.out("lead", "Who wrote, for whom, what they want")),
          "Reads sender, organisation, dates, money, phone and language and sorts the request by your examples. Works without a model and without a network.");
  private final MailTexts mails;
  private final Intake intake;
  private final Settings settings;
  private final Trace trace;

  ReadMailStep(MailTexts mails, Intake intake, Settings settings, Trace trace) {
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
    var mail = Steps.map(step.variables(), "mail");
    String document = Steps.text(mail, "documentId");
    if (document.isEmpty()) {
      return Steps.missing(DESCRIPTOR.title(), "mail");
    }
    var read = mails.read(document);
    if (read.isEmpty()) {
      return new StepOutcome.Incident(
          "The mail could not be read.",
          "The kept document is not a readable message.",
          "Open the document on the run, answer by hand and stop the run.");
    }
    IntakeRecord lead = intake.read(MailTexts.input(read.get(), mail), settings.work().zone());
    Steps.tell(
        trace,
        step,
        TraceKind.AGENT,
        "read the mail of %s: %s. %s"
            .formatted(lead.sender().name(), lead.kind().words(), lead.kindReason()),
        Map.of("kind", lead.kind().id(), "score", lead.kindScore(), "tier", "local"));
    return new StepOutcome.Done(Map.of("lead", Contracts.INTAKE_RECORD.variable(lead)));
  }
}

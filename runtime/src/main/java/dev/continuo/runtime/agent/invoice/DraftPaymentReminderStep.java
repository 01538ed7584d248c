package dev.continuo.runtime.agent.invoice;

import dev.continuo.runtime.agent.Templates;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drafts what an invoice's client is written, in the tone that the table asks for. */
final class DraftPaymentReminderStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "draft-payment-reminder",
          "Draft a payment reminder",
          "Agents",
          "bell",
          EffectClass.READ,
          Lane.CRITICAL,
          RetryClass.QUICK,
          List.of(
              new StepPort(Invoice.VARIABLE, "context", "The invoice that is not paid", true),
              new StepPort(Dunning.VARIABLE, "context", "What the table Dunning says", true)),
          List.of(
              new StepPort(PaymentReminder.VARIABLE, "context", "The reminder as drafted", true)),
          "Writes a reminder from the template of the step that the table names: payment-remind,"
              + " payment-firm-reminder. It sends nothing.");

  private final Templates templates;
  private final Settings settings;
  private final Trace trace;

  DraftPaymentReminderStep(Templates templates, Settings settings, Trace trace) {
    this.templates = templates;
    this.settings = settings;
    this.trace = trace;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    Invoice invoice;
    try {
      invoice = Invoice.of(step.variables());
    } catch (Invoice.Incomplete incomplete) {
      return LookAtInvoiceStep.incomplete(incomplete);
    }
    Dunning dunning = Dunning.of(step.variables());
    Templates.Filled filled =
        templates.fill(
            List.of(dunning.template(), "payment-remind"), values(invoice, settings.work()));
    PaymentReminder reminder =
        new PaymentReminder(filled.subject(), filled.text(), filled.problems());
    trace.record(
        new TraceEntry(
            "agent-" + step.effectKey(),
            step.runKey(),
            step.elementInstanceKey(),
            step.elementId(),
            TraceKind.AGENT,
            "drafts a %s for %s about invoice %s."
                .formatted(
                    dunning.step().equals("remind") ? "reminder" : dunning.step(),
                    invoice.client(),
                    invoice.number()),
            Map.of("subject", reminder.subject()),
            Instant.now()));
    return new StepOutcome.Done(Map.of(PaymentReminder.VARIABLE, reminder.variable()));
  }

  private static Map<String, String> values(Invoice invoice, WorkSettings work) {
    Map<String, String> values = new HashMap<>();
    values.put("client", invoice.client());
    values.put("number", invoice.number());
    values.put("amount", invoice.money());
    values.put("due", invoice.dueWords());
    values.put("daysOverdue", String.valueOf(invoice.daysOverdue(Invoice.today(work.zone()))));
    values.put("owner", work.ownerName());
    values.put("company", work.company());
    values.put(
        "signature",
        Stream.of(work.ownerName(), work.company())
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n")));
    return values;
  }
}

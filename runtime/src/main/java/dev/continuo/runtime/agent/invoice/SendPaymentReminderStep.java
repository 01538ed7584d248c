package dev.continuo.runtime.agent.invoice;

import dev.continuo.runtime.approval.Justification;
import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.Proposal;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.setting.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Proposes the drafted payment reminder to the choke point. */
final class SendPaymentReminderStep implements StepHandler {
  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "send-payment-reminder",
          "Send the payment reminder",
          "Outside",
          "paper-plane",
          EffectClass.OUTSIDE,
          Lane.CRITICAL,
          RetryClass.PATIENT,
          List.of(
              new StepPort(Invoice.VARIABLE, "context", "The invoice that is not paid", true),
              new StepPort(Dunning.VARIABLE, "context", "What the table Dunning says", true),
              new StepPort(PaymentReminder.VARIABLE, "context", "The reminder as drafted", true)),
          List.of(new StepPort("answer", "context", "The verdict and what was sent", true)),
          "Asks the gate policy to send the reminder; you see a card first unless the policy says"
              + " otherwise. Nothing is sent twice.");

  private final Effects effects;
  private final Settings settings;

  SendPaymentReminderStep(Effects effects, Settings settings) {
    this.effects = effects;
    this.settings = settings;
  }

  @Override
  public StepDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public StepOutcome handle(StepContext step) {
    try {
      return effects.propose(step, proposal(step.variables()));
    } catch (Invoice.Incomplete incomplete) {
      return LookAtInvoiceStep.incomplete(incomplete);
    }
  }

  private Proposal proposal(Map<String, Object> variables) throws Invoice.Incomplete {
    Invoice invoice = Invoice.of(variables);
    Dunning dunning = Dunning.of(variables);
    PaymentReminder reminder = PaymentReminder.of(variables);
    Map<?, ?> state = variables.get(Invoice.VARIABLE) instanceof Map<?, ?> map ? map : Map.of();
    List<String> notes = new ArrayList<>(reminder.notes());
    notes.add("If it was paid meanwhile, reject this: the run ends then.");
    return new Proposal(
        "Remind %s: invoice %s, %s".formatted(invoice.client(), invoice.number(), invoice.money()),
        new Justification(
            why(invoice, state) + " " + dunning.reason(),
            dunning.days().isEmpty()
                ? ""
                : "After it the table looks again in %s days.".formatted(dunning.days()),
            List.of(),
            dunning.rules(),
            "A mail cannot be called back.",
            notes),
        List.of(mail(invoice, reminder, Objects.toString(state.get("threadKey"), ""))),
        BigDecimal.ZERO,
        invoice.standing(),
        null);
  }

  private String why(Invoice invoice, Map<?, ?> state) {
    long late = invoice.daysOverdue(Invoice.today(settings.work().zone()));
    int sent = state.get("remindersSent") instanceof Number number ? number.intValue() : 0;
    return "Invoice %s, %s, was due on %s, %d days ago. %s"
        .formatted(
            invoice.number(),
            invoice.money(),
            invoice.dueWords(),
            late,
            switch (sent) {
              case 0 -> "Nobody has reminded of it.";
              case 1 -> "It was reminded of once.";
              default -> "It was reminded of %d times.".formatted(sent);
            });
  }

  private static Intent mail(Invoice invoice, PaymentReminder reminder, String threadKey) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("to", List.of(invoice.email()));
    content.put("subject", reminder.subject());
    content.put("text", reminder.text());
    content.put("inReplyTo", "");
    content.put("references", List.of());
    content.put("threadKey", threadKey);
    return new Intent("mail", "Payment reminder to " + invoice.client(), content);
  }
}

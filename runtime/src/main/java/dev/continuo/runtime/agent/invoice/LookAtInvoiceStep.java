package dev.continuo.runtime.agent.invoice;

import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.effect.LedgerEntry;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.setting.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Says where an open invoice stands: how late it is and how often its client was reminded. */
final class LookAtInvoiceStep implements StepHandler {
  private static final String CALLS = "calls";

  /** What the run is called in lists. */
  private static final String TITLE = "title";

  private static final StepDescriptor DESCRIPTOR =
      new StepDescriptor(
          "look-at-invoice",
          "Look at an invoice",
          "Invoices",
          "clock",
          EffectClass.READ,
          Lane.CRITICAL,
          RetryClass.QUICK,
          List.of(
              new StepPort(
                  Invoice.VARIABLE,
                  "context",
                  "number, client, email, amount and due; currency and standing if you like",
                  true),
              new StepPort(CALLS, "number", "How often its client was called", false)),
          List.of(
              new StepPort(
                  Invoice.VARIABLE, "context", "The invoice with days overdue and reminders", true),
              new StepPort(CALLS, "number", "How often its client was called", true),
              new StepPort(TITLE, "string", "What the run is called", true)),
          "Counts how many days an invoice is overdue and how often its client was reminded in this"
              + " run, by letter or by call. It reminds nobody.");

  private final Effects effects;
  private final Settings settings;

  LookAtInvoiceStep(Effects effects, Settings settings) {
    this.effects = effects;
    this.settings = settings;
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
      return incomplete(incomplete);
    }
    int calls = step.variables().get(CALLS) instanceof Number number ? number.intValue() : 0;
    long letters =
        effects.ofRun(step.runKey()).stream()
            .filter(one -> one.channel().equals("mail"))
            .filter(one -> one.state() == LedgerEntry.State.CONFIRMED)
            .count();
    LocalDate today = Invoice.today(settings.work().zone());
    return new StepOutcome.Done(
        Map.of(
            Invoice.VARIABLE,
            invoice.variable(today, (int) letters + calls, "run:" + step.runKey()),
            CALLS,
            calls,
            TITLE,
            "%s, %s of %s".formatted(invoice.number(), invoice.money(), invoice.client())));
  }

  static StepOutcome incomplete(Invoice.Incomplete incomplete) {
    return new StepOutcome.Incident(
        "The run does not say which invoice it is about.",
        "In the variable invoice, %s.".formatted(incomplete.getMessage()),
        "Stop this run and start the flow again with an invoice that has number, client, email,"
            + " amount and due.");
  }
}

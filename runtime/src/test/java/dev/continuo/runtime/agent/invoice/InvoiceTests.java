package dev.continuo.runtime.agent.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvoiceTests {
  private static final LocalDate TODAY = LocalDate.parse("2026-12-01");

  private static Map<String, Object> invoice(Object amount, String due) {
    return Map.of(
        "invoice",
        Map.of(
            "number", " INV-42 ",
            "client", "Ana\nKroll",
            "email", "ana@kroll.example",
            "amount", amount,
            "due", due));
  }

  @Test
  void saysHowLateItIsAndHowOftenItWasRemindedOf() throws Exception {
    var invoice = Invoice.of(invoice(1234.5, "2026-11-20"));
    assertThat(invoice.number()).isEqualTo("INV-42");
    assertThat(invoice.client()).as("one line").isEqualTo("Ana Kroll");
    assertThat(invoice.money()).isEqualTo("EUR 1,234.50");
    assertThat(invoice.dueWords()).isEqualTo("20 November 2026");
    assertThat(invoice.variable(TODAY, 2, "run:7"))
        .containsEntry("daysOverdue", 11L)
        .containsEntry("remindersSent", 2)
        .containsEntry("standing", "known")
        .containsEntry("threadKey", "run:7");
  }

  @Test
  void beforeItIsDueTheDaysAreBelowZero() throws Exception {
    assertThat(Invoice.of(invoice("99", "2026-12-04")).daysOverdue(TODAY)).isEqualTo(-3);
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    assertThatThrownBy(() -> Invoice.of(Map.of("invoice", Map.of("amount", "1e99", "due", "soon"))))
        .isInstanceOf(Invoice.Incomplete.class)
        .hasMessage(
            "number is empty; client is empty; email is not an address; amount is not a number"
                + " above zero; due is not a day such as 2026-11-20");
    assertThatThrownBy(() -> Invoice.of(Map.of())).isInstanceOf(Invoice.Incomplete.class);
  }

  @Test
  void theStepOfTheTableNamesItsTemplate() {
    var row = Map.of("number", 4, "words", "The reminder had no effect");
    var dunning =
        Dunning.of(
            Map.of(
                "dunning",
                Map.of(
                    "step",
                    "firm reminder",
                    "title",
                    "Dunning",
                    "version",
                    2,
                    "rows",
                    List.of(row))));
    assertThat(dunning.template()).isEqualTo("payment-firm-reminder");
    assertThat(dunning.rules()).containsExactly("Dunning v2, row 4: The reminder had no effect");
  }
}

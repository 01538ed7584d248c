package dev.continuo.runtime.approval;

import dev.continuo.runtime.budget.Loans;
import dev.continuo.runtime.budget.Reservation.AtCap;
import dev.continuo.runtime.budget.Reservation.Refused;
import dev.continuo.runtime.budget.SpendingRefused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;

/**
 * Asks the owner where the table of caps says so: once for what the cap is counted over, and again
 * when what was lent is used up. The answer lends money or lets it go on without a model.
 */
class SpendingCards {
  private static final String CARD = "cap-";
  private static final String EUROS = "Euros to lend";
  private static final BigDecimal MOST = new BigDecimal("10000");
  private static final List<CardAction> LEND =
      List.of(
          new CardAction(Verdict.Decision.APPROVED, "Lend it", true),
          new CardAction(Verdict.Decision.REJECTED, "Go on without a model", false));
  private static final String ADVICE =
      "What you lend is on top of the limit for as long as it counts. The limit itself stands in the"
          + " table Budget caps, and the plan on the page Money.";

  private final Approvals approvals;
  private final Loans loans;

  SpendingCards(Approvals approvals, Loans loans) {
    this.approvals = approvals;
    this.loans = loans;
  }

  @EventListener
  void on(SpendingRefused event) {
    var refused = event.refused();
    if (refused.atCap() != AtCap.ASK || refused.counted().isEmpty()) {
      return;
    }
    approvals.raise(
        new CardRequest(
            CARD + refused.counted() + "#" + refused.answers(),
            CardKind.GUARD,
            "A limit for models is reached",
            refused.reason(),
            event.runKey(),
            null,
            new Justification(
                refused.reason(),
                ADVICE,
                List.of(),
                refused.rule().isEmpty() ? List.of() : List.of(refused.rule()),
                "",
                List.of(
                    "Until you answer, what can wait waits, and the rest is done without a model.")),
            List.of(new CardItem("cap", refused.reason(), content(refused))),
            LEND,
            null));
  }

  private static Map<String, Object> content(Refused refused) {
    return Map.of(EUROS, String.format(Locale.ROOT, "%.2f", refused.lend() / 1e6));
  }

  @EventListener
  void on(VerdictGiven given) {
    String key = given.card().key();
    int end = key.lastIndexOf('#');
    if (given.card().kind() != CardKind.GUARD || !key.startsWith(CARD) || end < 0) {
      return;
    }
    var verdict = given.verdict();
    long micros = verdict.decision() == Verdict.Decision.APPROVED ? micros(given) : 0;
    loans.answer(key.substring(CARD.length(), end), micros, verdict.who());
  }

  private static long micros(VerdictGiven given) {
    var items =
        given.verdict().edited().isEmpty() ? given.card().items() : given.verdict().edited();
    String said = Objects.toString(items.getFirst().content().get(EUROS), "");
    try {
      var euros = new BigDecimal(said.replace(",", ".").replaceAll("[^0-9.]", ""));
      if (euros.signum() > 0 && euros.compareTo(MOST) <= 0) {
        return euros.movePointRight(6).longValue();
      }
    } catch (NumberFormatException unreadable) {
      // said below
    }
    throw new CardRefused.NotOffered(
        given.card().title(), "what you lend is a number of euros up to 10,000.");
  }
}

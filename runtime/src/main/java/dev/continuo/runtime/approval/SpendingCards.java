package dev.continuo.runtime.approval;

import dev.continuo.runtime.budget.Reservation.AtCap;
import dev.continuo.runtime.budget.SpendingRefused;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;

/** Asks the owner where the table of caps says so: once for what the cap is counted over. */
class SpendingCards {
  private static final List<CardAction> SEEN =
      List.of(new CardAction(Verdict.Decision.APPROVED, "Seen", false));
  private static final String ADVICE =
      "Raise the plan in the settings or the cap in the table Budget caps, if it is worth more to"
          + " you. Until then it is done without a model.";

  private final Approvals approvals;

  SpendingCards(Approvals approvals) {
    this.approvals = approvals;
  }

  @EventListener
  void on(SpendingRefused event) {
    var refused = event.refused();
    if (refused.atCap() != AtCap.ASK) {
      return;
    }
    approvals.raise(
        new CardRequest(
            "cap-" + refused.scope() + "-" + period(event),
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
                List.of()),
            List.of(
                new CardItem(
                    "cap", refused.reason(), Map.of("reason", refused.reason(), "advice", ADVICE))),
            SEEN,
            null));
  }

  private static String period(SpendingRefused event) {
    return switch (event.refused().scope()) {
      case MONTH, CLIENT -> YearMonth.from(event.day()).toString();
      case RUN -> String.valueOf(event.runKey());
      case DAY, CALL -> event.day().toString();
    };
  }
}

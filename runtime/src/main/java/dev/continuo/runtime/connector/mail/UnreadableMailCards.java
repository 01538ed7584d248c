package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.CardAction;
import dev.continuo.runtime.approval.CardItem;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.CardRequest;
import dev.continuo.runtime.approval.Justification;
import dev.continuo.runtime.approval.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;

/** Shows each message that could not be read as a card, in the transaction that keeps it. */
class UnreadableMailCards {
  private final Approvals approvals;

  UnreadableMailCards(Approvals approvals) {
    this.approvals = approvals;
  }

  @EventListener
  void on(UnreadableMailArrived arrived) {
    UnreadableMail mail = arrived.mail();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("itemId", mail.itemId());
    if (mail.documentId() != null) {
      content.put("documentId", mail.documentId());
    }
    if (mail.keptAt() != null) {
      content.put("keptAt", mail.keptAt());
    }
    content.put("origin", mail.origin());
    approvals.raise(
        new CardRequest(
            "unreadable-mail-" + mail.itemId(),
            CardKind.MESSAGE,
            "A mail could not be read",
            mail.why(),
            null,
            null,
            new Justification(
                mail.why() + " It came as " + mail.origin() + ".",
                "",
                List.of(),
                List.of(),
                "",
                List.of("The raw message is kept; nothing was started from it.")),
            List.of(new CardItem("message", "The raw message", content)),
            List.of(new CardAction(Verdict.Decision.APPROVED, "Done", false)),
            null));
  }
}

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

/**
 * Shows messages that need a person as cards, in the transaction that keeps the message: those that
 * could not be read, and those that nothing waits for.
 */
class MailCards {
  private final Approvals approvals;

  MailCards(Approvals approvals) {
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

  @EventListener
  void on(LateReplyArrived late) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("documentId", late.documentId());
    content.put("from", late.fromAddress());
    content.put("subject", late.subject());
    String who = late.fromAddress().isEmpty() ? "Someone" : late.fromAddress();
    approvals.raise(
        new CardRequest(
            "late-reply-" + late.messageId(),
            CardKind.MESSAGE,
            who + " wrote again",
            late.subject().isEmpty() ? "A reply after the run had ended." : late.subject(),
            late.runKey(),
            null,
            new Justification(
                "The mail answers a thread whose run has ended, so no step waits for it.",
                "",
                List.of(),
                List.of(),
                "",
                List.of("The raw message is kept; nothing was started from it.")),
            List.of(new CardItem("message", late.subject(), content)),
            List.of(new CardAction(Verdict.Decision.APPROVED, "Done", false)),
            null));
  }
}

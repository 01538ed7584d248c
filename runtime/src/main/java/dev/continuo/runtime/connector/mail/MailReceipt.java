package dev.continuo.runtime.connector.mail;

import org.jspecify.annotations.Nullable;

/** What became of a raw message. */
public sealed interface MailReceipt {

  /**
   * It starts a run.
   *
   * @param triggerKey the key under which the start happens once
   * @param runKey the run, where it is known by now
   * @param documentId the raw message
   */
  record Started(String triggerKey, @Nullable Long runKey, String documentId)
      implements MailReceipt {}

  /**
   * It answers a known mail and was handed to that mail's run.
   *
   * @param threadKey the thread it belongs to
   * @param messageId its own id
   * @param documentId the raw message
   */
  record Correlated(String threadKey, String messageId, String documentId) implements MailReceipt {}

  /**
   * It was here before; nothing happened.
   *
   * @param triggerKey the key it had the first time
   * @param runKey the run it started then, where there is one and it is known
   */
  record Known(String triggerKey, @Nullable Long runKey) implements MailReceipt {}

  /**
   * It could not be read; the raw message is kept and shown to the owner.
   *
   * @param itemId see {@link UnreadableMails}
   * @param why a sentence for the owner
   */
  record Unreadable(String itemId, String why) implements MailReceipt {}
}

package dev.continuo.runtime.connector.mail;

/**
 * A mail answers a thread whose run has ended, so nothing waits for it. Published once per message,
 * inside the transaction that keeps it.
 *
 * @param messageId the reply
 * @param threadKey the thread it belongs to
 * @param runKey the run that has ended
 * @param fromAddress who says to have written it, may be empty
 * @param subject one line
 * @param documentId the raw message
 */
public record LateReplyArrived(
    String messageId,
    String threadKey,
    long runKey,
    String fromAddress,
    String subject,
    String documentId) {}

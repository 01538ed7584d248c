package dev.continuo.runtime.agent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the intake role is given: one message that was already read into plain text.
 *
 * @param senderName as the sender writes it, or empty
 * @param senderEmail the address, or empty where the mail names none
 * @param replyTo where an answer should go if not to the sender
 * @param writtenAt when it was written: "tomorrow" is counted from that day
 * @param receivedAt when it arrived here
 * @param text the whole plain text; offsets of all evidence count in it
 * @param inReplyTo the message id that it answers
 * @param references message ids of the thread so far, oldest first
 * @param notes what the reader of the raw mail had to remark
 * @param documentId where the raw message is kept
 */
public record IntakeInput(
    String senderName,
    String senderEmail,
    @Nullable String replyTo,
    String subject,
    Instant writtenAt,
    Instant receivedAt,
    String text,
    @Nullable String inReplyTo,
    List<String> references,
    List<String> notes,
    String documentId,
    String messageId) {

  public IntakeInput {
    references = List.copyOf(references);
    notes = List.copyOf(notes);
  }
}

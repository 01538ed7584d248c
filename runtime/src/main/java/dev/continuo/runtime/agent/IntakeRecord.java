package dev.continuo.runtime.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.continuo.runtime.agent.text.FoundDate;
import dev.continuo.runtime.agent.text.FoundMoney;
import dev.continuo.runtime.agent.text.FoundPhone;
import dev.continuo.runtime.agent.text.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the intake role hands on: the process variable {@code lead}. Its JSON form is published as
 * {@code continuo/agent/intake-record.schema.json}.
 *
 * @param replyTo where the answer should go if not to the sender
 * @param organisation null for a private person
 * @param language ISO 639-1, or {@code und}
 * @param kindScore closeness to the kind's examples, 0 to 1
 * @param kindReason why this kind, in plain words
 * @param request the sentence that says what is wanted, or null
 * @param amount the highest amount named in {@code money}, null where none is
 * @param text the first 4,000 characters; evidence offsets count in the whole text
 * @param inReplyTo the message id that it answers
 * @param references message ids for the answer's References header, oldest first
 * @param notes remarks for the card, in plain words
 */
public record IntakeRecord(
    Sender sender,
    @Nullable String replyTo,
    @Nullable Organisation organisation,
    String subject,
    String language,
    RequestKind kind,
    double kindScore,
    String kindReason,
    @Nullable Span request,
    @JsonInclude @Nullable BigDecimal amount,
    List<FoundDate> dates,
    List<FoundMoney> money,
    List<FoundPhone> phones,
    String text,
    @Nullable String inReplyTo,
    List<String> references,
    List<String> notes,
    String documentId,
    String messageId,
    Instant receivedAt) {

  /** Who wrote. The name is the address's local part where the mail gives none. */
  public record Sender(String name, String email) {}

  /**
   * For whom they wrote.
   *
   * @param domain null for a free-mail address
   * @param evidence where the text names it, or null where only the address does
   */
  public record Organisation(String name, @Nullable String domain, @Nullable Span evidence) {}
}

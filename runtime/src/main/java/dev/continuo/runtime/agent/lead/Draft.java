package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.Contract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the executor role hands on: the process variables {@code draft} and {@code reminder}. Its
 * JSON form is published as {@code continuo/agent/draft.schema.json}.
 *
 * @param inReplyTo the message id that it answers
 * @param references message ids of the thread, oldest first
 * @param slots free times that it offers, reserved for it
 * @param answerBy until when the text asks for an answer, if it does
 * @param ask the sentence that asks
 * @param factsUsed what memory contributed to the text
 * @param notes what the reader of the card should know
 */
record Draft(
    String to,
    String subject,
    String text,
    @Nullable String inReplyTo,
    List<String> references,
    List<OfferedSlot> slots,
    @Nullable Instant answerBy,
    @Nullable String ask,
    List<UsedFact> factsUsed,
    List<String> notes) {

  static final Contract<Draft> CONTRACT = Contract.of("draft", Draft.class);

  record OfferedSlot(Instant start, Instant end, String holdId) {}

  /** A fact of memory, with the sentence of its source. */
  record UsedFact(String factId, String sentence, String quote) {}
}

package dev.continuo.runtime.agent;

import dev.continuo.runtime.agent.text.Extraction;
import dev.continuo.runtime.agent.text.FoundMoney;
import dev.continuo.runtime.agent.text.FoundOrganisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.embedding.EmbeddingModel;

/**
 * The intake role of the tier {@code local}: turns a message into a typed record by rules and by
 * likeness to examples. It needs no key and no network and costs nothing. Safe for many threads.
 */
public final class Intake {

  private static final int TEXT_IN_VARIABLE = 4_000;

  private final RequestKinds kinds;

  public Intake(EmbeddingModel model, RequestExamples examples) {
    this.kinds = new RequestKinds(model, examples);
  }

  /**
   * Reads one message.
   *
   * @param zone where the owner lives: "tomorrow" is counted there
   * @throws ContractBroken when the record does not fit its published schema
   */
  public IntakeRecord read(IntakeInput input, ZoneId zone) {
    LocalDate written = LocalDate.ofInstant(input.writtenAt(), zone);
    Extraction found = Extraction.from(input.subject(), input.text(), input.senderEmail(), written);
    RequestKinds.Sorted sorted = kinds.sort(found.language(), input.subject(), found.sentences());
    IntakeRecord record =
        new IntakeRecord(
            sender(input),
            input.replyTo(),
            organisation(found.organisation()),
            input.subject(),
            found.language(),
            sorted.kind(),
            sorted.score(),
            sorted.reason(),
            sorted.request(),
            highest(found.money()),
            found.dates(),
            found.money(),
            found.phones(),
            shortened(input.text()),
            input.inReplyTo(),
            input.references(),
            notes(input, found),
            input.documentId(),
            input.messageId(),
            input.receivedAt());
    Contracts.INTAKE_RECORD.check(record);
    return record;
  }

  private static IntakeRecord.Sender sender(IntakeInput input) {
    String email = input.senderEmail().strip().toLowerCase(Locale.ROOT);
    String name = input.senderName().strip();
    if (name.isEmpty()) {
      name = email.contains("@") ? email.substring(0, email.indexOf('@')) : "Unknown sender";
    }
    return new IntakeRecord.Sender(name, email);
  }

  private static IntakeRecord.@Nullable Organisation organisation(
      @Nullable FoundOrganisation found) {
    return found == null
        ? null
        : new IntakeRecord.Organisation(found.name(), found.domain(), found.where());
  }

  private static @Nullable BigDecimal highest(List<FoundMoney> money) {
    return money.stream().map(FoundMoney::to).max(BigDecimal::compareTo).orElse(null);
  }

  private static String shortened(String text) {
    if (text.length() <= TEXT_IN_VARIABLE) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(TEXT_IN_VARIABLE - 1));
    return text.substring(0, TEXT_IN_VARIABLE - (splitsPair ? 1 : 0));
  }

  private static List<String> notes(IntakeInput input, Extraction found) {
    List<String> notes = new ArrayList<>(input.notes());
    if (input.text().length() > TEXT_IN_VARIABLE) {
      notes.add("The text is long; the card shows its beginning and the document keeps all of it.");
    }
    if (!found.language().equals("en") && !found.language().equals("und")) {
      notes.add(
          "The mail seems to be in "
              + Locale.of(found.language()).getDisplayLanguage(Locale.ENGLISH)
              + "; please check what was understood.");
    }
    found.dates().stream()
        .filter(d -> d.unsure())
        .forEach(
            d ->
                notes.add(
                    "“"
                        + d.quote()
                        + "” was read as "
                        + d.date()
                        + "; it could be meant the other way round."));
    return List.copyOf(notes);
  }
}

package dev.continuo.runtime.agent.text;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that rules can read out of one mail's text. All offsets count in the text as given;
 * words quoted from an earlier mail are left out.
 *
 * @param language ISO 639-1 code, or {@code und} where the text is too short to tell
 * @param sentences what the sender says, without greeting and sign-off
 */
public record Extraction(
    String language,
    List<Span> sentences,
    List<FoundDate> dates,
    List<FoundMoney> money,
    List<FoundPhone> phones,
    @Nullable FoundOrganisation organisation) {

  /** More than this is not read: nobody states a request later, and patterns stay fast. */
  private static final int LONGEST = 20_000;

  /**
   * @param subject helps to tell the language of a short mail
   * @param received the day the mail arrived, at the owner's place
   */
  public static Extraction from(
      String subject, String text, String senderEmail, LocalDate received) {
    String head = first(LONGEST, text);
    Letter letter = Letter.of(head);
    String said = letter.body().isBlank() ? head : letter.body();
    return new Extraction(
        Languages.of(first(500, subject) + " " + first(4_000, said)),
        letter.sentences(),
        Dates.in(letter.body(), received),
        Amounts.in(letter.body(), Organisations.domain(senderEmail)),
        Phones.in(letter.own()),
        Organisations.in(letter, senderEmail));
  }

  private static String first(int count, String text) {
    return text.length() > count ? text.substring(0, count) : text;
  }
}

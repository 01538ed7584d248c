package dev.continuo.runtime.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CardEditsTest {
  private static final CardItem MAIL =
      new CardItem("mail", "Answer", Map.of("subject", "Re: Logo", "text", "Dear Hanna"));

  @Test
  void acceptsChangedValues() {
    CardEdits.check(
        card(true), edited(new CardItem("mail", "x", Map.of("subject", "Re: Logo", "text", "Hi"))));
  }

  @Test
  void refusesAnotherChannelMoreKeysOrFewerParts() {
    assertThatThrownBy(
            () -> CardEdits.check(card(true), edited(new CardItem("http", "x", MAIL.content()))))
        .isInstanceOf(CardRefused.NotOffered.class);
    assertThatThrownBy(
            () ->
                CardEdits.check(
                    card(true), edited(new CardItem("mail", "x", Map.of("bcc", "a@b")))))
        .isInstanceOf(CardRefused.NotOffered.class);
    assertThatThrownBy(() -> CardEdits.check(card(true), edited(MAIL, MAIL)))
        .isInstanceOf(CardRefused.NotOffered.class);
  }

  @Test
  void refusesAnAnswerThatTheCardDoesNotOffer() {
    assertThatThrownBy(() -> CardEdits.check(card(false), Verdict.rejected("Mia", "hash", "")))
        .isInstanceOf(CardRefused.NotOffered.class)
        .hasMessageContaining("Approve");
    assertThatThrownBy(() -> CardEdits.check(card(false), edited(MAIL)))
        .isInstanceOf(CardRefused.NotOffered.class);
  }

  @Test
  void hashesTheSameContentAlikeWhateverTheOrderOfKeys() {
    var one = new LinkedHashMap<String, Object>();
    one.put("a", 1);
    one.put("b", List.of("x"));
    var other = new LinkedHashMap<String, Object>();
    other.put("b", List.of("x"));
    other.put("a", 1);
    String hash = ContentHash.of(List.of(new CardItem("mail", "s", one)));
    assertThat(ContentHash.of(List.of(new CardItem("mail", "s", other)))).isEqualTo(hash);
    other.put("a", 2);
    assertThat(ContentHash.of(List.of(new CardItem("mail", "s", other)))).isNotEqualTo(hash);
  }

  private static Verdict edited(CardItem... items) {
    return new Verdict(Verdict.Decision.APPROVED, "Mia", "hash", "", List.of(items));
  }

  private static Card card(boolean editable) {
    return new Card(
        UUID.randomUUID(),
        "k",
        CardKind.EFFECT,
        Severity.NOW,
        "Answer Hanna",
        "",
        1L,
        "send",
        new Justification("", "", List.of(), List.of(), "", List.of()),
        List.of(MAIL),
        List.of(new CardAction(Verdict.Decision.APPROVED, "Approve", editable)),
        "",
        "hash",
        Card.State.OPEN,
        Instant.now(),
        null,
        null,
        null);
  }
}

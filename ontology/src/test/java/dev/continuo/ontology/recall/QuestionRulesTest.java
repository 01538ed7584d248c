package dev.continuo.ontology.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who does Jane work for? | CURRENT |",
        "Who did Jane work for on 3 March 2025? | VALID_AT | 2025-03-03",
        "Where was she in March 2025? | VALID_AT | 2025-03-31",
        "What did we believe on 2025-03-03 about Jane's employer? | BELIEVED_AT | 2025-03-03",
        "According to our records of March 3, 2025, what was the fee? | BELIEVED_AT | 2025-03-03",
        "What was the fee last year? | VALID_AT | 2025-11-22",
        "What is due on 24 December 2026? | CURRENT |",
      })
  void readsThePointOfViewFromTheWords(String text, Mode mode, String day) {
    var reading = QuestionRules.read(Question.of(text), NOW);

    assertThat(reading.mode()).isEqualTo(mode);
    if (day == null) {
      assertThat(reading.at()).isNull();
    } else {
      assertThat(reading.at()).isBetween(day + "T23:59:59Z", day + "T23:59:59.999999999Z");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What are the open commitments of Fjord Studio? | OPEN_COMMITMENTS",
        "What do I owe Jane? | OPEN_COMMITMENTS",
        "What did we promise Kroll? | OPEN_COMMITMENTS",
        "What is overdue? | OVERDUE",
        "When is the next milestone of the Kroll contract? | NEXT_MILESTONE",
        "What changed since 1 November 2026 for Kroll? | CHANGED_SINCE",
      })
  void knowsNamedQuestions(String text, Named named) {
    assertThat(QuestionRules.read(Question.of(text), NOW).named()).isEqualTo(named);
  }

  @Test
  void aGivenPointOfViewBeatsTheWords() {
    var at = Instant.parse("2024-01-01T00:00:00Z");
    var reading =
        QuestionRules.read(
            Question.of("Who was it on 3 March 2025?").from(Mode.BELIEVED_AT, at), NOW);

    assertThat(reading.mode()).isEqualTo(Mode.BELIEVED_AT);
    assertThat(reading.at()).isEqualTo(at);
  }

  @Test
  void passesOverDaysThatAreNotInTheCalendar() {
    assertThat(Dates.in("on 31 February 2025 or 2 March 2025", LocalDate.parse("2026-01-01")))
        .hasValueSatisfying(d -> assertThat(d.day()).isEqualTo("2025-03-02"));
  }

  @Test
  void refusesAQuestionThatCannotBeAnswered() {
    assertThatThrownBy(() -> Question.of("  ")).isInstanceOf(QuestionRefused.class);
    assertThatThrownBy(() -> Question.of("a".repeat(3_000)))
        .hasMessageContaining("2000")
        .extracting(e -> ((QuestionRefused) e).code())
        .isEqualTo("question-refused");
    assertThatThrownBy(() -> Question.of("Who?").from(Mode.VALID_AT, null))
        .hasMessageContaining("names no date");
  }
}

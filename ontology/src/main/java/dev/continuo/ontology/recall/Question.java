package dev.continuo.ontology.recall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param text in their words
 * @param mode the point of view; {@code null} takes it from the words
 * @param at the date of the mode; {@code null} takes it from the words
 * @param about id or key of the entity that is meant; {@code null} looks for names in the words
 * @param tokens how long the answer may be, in tokens of a language model
 * @param limit most items to return
 * @param zone where a day begins and ends
 */
public record Question(
    String text,
    @Nullable Mode mode,
    @Nullable Instant at,
    @Nullable String about,
    int tokens,
    int limit,
    ZoneId zone) {

  private static final int LONGEST = 2_000;

  public Question {
    text = text.strip();
    if (text.isEmpty()) {
      throw new QuestionRefused("The question is empty", "Nothing was asked", "Write a sentence.");
    }
    if (text.length() > LONGEST) {
      throw new QuestionRefused(
          "The question is too long",
          "It has " + text.length() + " characters; a question may have " + LONGEST,
          "Ask shorter, or put the text into a mail or note first.");
    }
    if (mode != null && mode != Mode.CURRENT && at == null) {
      throw new QuestionRefused(
          "The question names no date",
          "What held or was believed is asked for a date",
          "Give the date, or ask for now.");
    }
    tokens = Math.clamp(tokens, 50, 32_000);
    limit = Math.clamp(limit, 1, 200);
  }

  /** As a person asks: everything is taken from the words. */
  public static Question of(String text) {
    return new Question(text, null, null, null, 1_500, 12, ZoneOffset.UTC);
  }

  public Question in(ZoneId place) {
    return new Question(text, mode, at, about, tokens, limit, place);
  }

  /** From that point of view, whatever the words say. */
  public Question from(@Nullable Mode view, @Nullable Instant date) {
    return new Question(text, view, date, about, tokens, limit, zone);
  }

  /** About that entity. */
  public Question about(@Nullable String entity) {
    return new Question(text, mode, at, entity, tokens, limit, zone);
  }

  public Question within(int mostTokens, int mostItems) {
    return new Question(text, mode, at, about, mostTokens, mostItems, zone);
  }
}

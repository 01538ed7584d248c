package dev.continuo.designer.inbox;

import dev.continuo.designer.shell.Glyph;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.Severity;
import dev.continuo.runtime.approval.Verdict;

/** How kinds, severities and answers are called and coloured. */
final class CardWords {
  private CardWords() {}

  static String kind(CardKind kind) {
    return switch (kind) {
      case EFFECT -> "Going out";
      case TASK -> "Your task";
      case STUCK -> "Stuck";
      case OUTCOME -> "Outcome unknown";
      case MESSAGE -> "Message";
      case MEMORY -> "Memory";
      case GUARD -> "Guard";
    };
  }

  static Glyph glyph(CardKind kind) {
    return switch (kind) {
      case EFFECT -> Glyph.SEND;
      case TASK -> Glyph.PERSON;
      case STUCK, OUTCOME, GUARD -> Glyph.ALERT;
      case MESSAGE -> Glyph.MAIL;
      case MEMORY -> Glyph.MEMORY;
    };
  }

  static String tone(CardKind kind) {
    return switch (kind) {
      case EFFECT -> "act";
      case TASK -> "person";
      case STUCK, OUTCOME -> "red";
      case MESSAGE, GUARD -> "amber";
      case MEMORY -> "violet";
    };
  }

  static String severity(Severity severity) {
    return switch (severity) {
      case NOW -> "Now";
      case WORKING_HOURS -> "In working hours";
      case DIGEST -> "When you have time";
    };
  }

  static String answer(Card card, Verdict.Decision decision) {
    return card.actions().stream()
        .filter(action -> action.decision() == decision)
        .findFirst()
        .map(action -> action.label())
        .orElse(past(decision));
  }

  static String past(Verdict.Decision decision) {
    return switch (decision) {
      case APPROVED -> "Approved";
      case SENT_BACK -> "Sent back";
      case REJECTED -> "Rejected";
    };
  }

  static String tone(Verdict.Decision decision) {
    return switch (decision) {
      case APPROVED -> "green";
      case SENT_BACK -> "amber";
      case REJECTED -> "red";
    };
  }
}

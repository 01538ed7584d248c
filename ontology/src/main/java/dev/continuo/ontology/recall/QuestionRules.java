package dev.continuo.ontology.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads mode, date and named question out of the words, by rules. */
final class QuestionRules {

  private static final Pattern BELIEVED =
      words(
          "(?:did|had|have) (?:we|i|you|memory) (?:believed?|think|thought|know|knew|known|hear|heard)",
          "(?:was|were) (?:believed|known|thought|recorded)",
          "(?:we|i) (?:believed|knew|thought|had recorded)",
          "on (?:record|file) (?:on|at|as of|in|by)",
          "according to (?:our|my|the) (?:records|memory|notes) (?:of|on|at|as of)");
  private static final Pattern CHANGED =
      words(
          "what(?: has|'s| is|\u2019s)? (?:changed|new|happened)",
          "changes? (?:since|after)",
          "(?:anything|something) new",
          "what did .{1,60} change",
          "what changed");
  private static final Pattern OVERDUE = words("overdue", "past due", "late on", "behind on");
  private static final Pattern OWED =
      words(
          "open (?:commitments?|promises?|tasks?|items?)",
          "(?:commitments?|promises?) (?:are |is )?(?:still )?(?:open|outstanding|pending)",
          "outstanding (?:commitments?|promises?)",
          "(?:do|does|did) .{1,60} owe\\b.{0,60}",
          "(?:what|which) .{0,40}promised?",
          "owed (?:to|by)");
  private static final Pattern NEXT =
      words(
          "next (?:milestone|deadline|due date|commitment|step|delivery)",
          "(?:what|when) is (?:the )?next",
          "(?:what|when) .{0,30}\\bdue next",
          "upcoming (?:milestone|deadline)s?");

  private QuestionRules() {}

  static Reading read(Question question, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, question.zone());
    var date = Dates.in(question.text(), today);
    Named named = named(question.text(), date);
    @Nullable Instant day = date.map(found -> endOf(found.day(), question)).orElse(null);
    if (named == Named.CHANGED_SINCE) {
      return new Reading(
          Mode.CURRENT,
          null,
          named,
          startOf(date.orElseThrow().day(), question),
          List.of(),
          List.of());
    }
    Mode mode = question.mode();
    Instant at = question.at();
    if (mode == null) {
      boolean past = day != null && day.isBefore(now);
      mode =
          !past
              ? Mode.CURRENT
              : BELIEVED.matcher(question.text()).find() ? Mode.BELIEVED_AT : Mode.VALID_AT;
      at = past ? day : null;
    }
    return new Reading(mode, mode == Mode.CURRENT ? null : at, named, null, List.of(), List.of());
  }

  private static @Nullable Named named(String text, Optional<Dates.Found> date) {
    if (CHANGED.matcher(text).find() && date.isPresent()) {
      return Named.CHANGED_SINCE;
    }
    if (OVERDUE.matcher(text).find()) {
      return Named.OVERDUE;
    }
    if (NEXT.matcher(text).find()) {
      return Named.NEXT_MILESTONE;
    }
    return OWED.matcher(text).find() ? Named.OPEN_COMMITMENTS : null;
  }

  /** A day is asked about as it ended. */
  private static Instant endOf(LocalDate day, Question question) {
    return day.atTime(LocalTime.MAX).atZone(question.zone()).toInstant();
  }

  private static Instant startOf(LocalDate day, Question question) {
    return day.atStartOfDay(question.zone()).toInstant();
  }

  private static Pattern words(String... forms) {
    return Pattern.compile(
        "(?<!\\p{L})(?:" + String.join("|", forms) + ")(?!\\p{L})",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

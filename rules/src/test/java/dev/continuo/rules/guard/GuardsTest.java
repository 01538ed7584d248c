package dev.continuo.rules.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardsTest {
  private static final Guards GUARDS = Guards.open();
  private static final Instant START = Instant.parse("2026-05-01T09:00:00Z");

  /** Tells events in order and collects what the guard says. */
  private static final class Told implements AutoCloseable {
    private final GuardWatch watch;
    private final List<Firing> firings = new ArrayList<>();
    private int events;

    Told(String guard, Map<String, Long> parameters) {
      watch = GUARDS.watch(guard, parameters);
    }

    Told(String guard) {
      this(guard, Map.of());
    }

    Told at(Duration since, String kind, String subject) {
      return at(since, kind, subject, 1, "", 0);
    }

    Told at(Duration since, String kind, String subject, long run, String detail, double amount) {
      firings.addAll(
          watch.tell(
              new GuardEvent(
                  "e" + ++events, kind, subject, START.plus(since), run, detail, amount)));
      return this;
    }

    @Override
    public void close() {
      watch.close();
    }
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyGuardSaysWhatItIsForWithExamples(Guard guard) {
    assertThat(guard.help()).contains("Examples").contains("**Counts**").contains("it is quiet");
    assertThat(guard.parameters()).isNotEmpty().allMatch(one -> one.allows(one.standard()));
    assertThat(guard.advice()).endsWith(".");
    GUARDS.watch(guard.id(), Map.of()).close();
  }

  static List<Guard> shipped() {
    return GUARDS.all();
  }

  @Test
  void sixGuardsAreShipped() {
    assertThat(GUARDS.all())
        .extracting(Guard::id)
        .containsExactlyInAnyOrder(
            "reminders-without-answer",
            "broken-promises",
            "spend-above-plan",
            "connector-errors",
            "step-fails-in-many-runs",
            "agent-repeats-itself");
  }

  @Test
  void threeRemindersWithoutAnAnswerSpeakOnceAndSayWhichLedToIt() {
    try (var told = new Told("reminders-without-answer")) {
      told.at(days(0), "reminder-sent", "hanna@fjord.example")
          .at(days(1), "reminder-sent", "other@else.example")
          .at(days(3), "reminder-sent", "hanna@fjord.example");
      assertThat(told.firings).isEmpty();
      told.at(days(7), "reminder-sent", "hanna@fjord.example");

      assertThat(told.firings).hasSize(1);
      var firing = told.firings.getFirst();
      assertThat(firing.sentence())
          .isEqualTo("3 reminders to hanna@fjord.example in 10 days, and no answer.");
      assertThat(firing.because()).extracting(GuardEvent::id).containsExactly("e1", "e3", "e4");
      assertThat(firing.key()).isEqualTo("reminders-without-answer:e4");

      told.at(days(8), "reminder-sent", "hanna@fjord.example");
      assertThat(told.firings).as("it does not repeat itself").hasSize(1);
    }
  }

  @Test
  void anAnswerStartsTheCountOver() {
    try (var told = new Told("reminders-without-answer")) {
      told.at(days(0), "reminder-sent", "h")
          .at(days(1), "reminder-sent", "h")
          .at(days(2), "answer-received", "h")
          .at(days(3), "reminder-sent", "h")
          .at(days(4), "reminder-sent", "h");
      assertThat(told.firings).isEmpty();
      told.at(days(5), "reminder-sent", "h");
      assertThat(told.firings).hasSize(1);
    }
  }

  @Test
  void remindersOlderThanTheWindowDoNotCount() {
    try (var told = new Told("reminders-without-answer")) {
      told.at(days(0), "reminder-sent", "h")
          .at(days(1), "reminder-sent", "h")
          .at(days(12), "reminder-sent", "h");
      assertThat(told.firings).isEmpty();
    }
  }

  @Test
  void twoBrokenPromisesToTheSameClientSpeak() {
    try (var told = new Told("broken-promises")) {
      told.at(days(0), "promise-broken", "Kroll").at(days(2), "promise-broken", "Hanna");
      assertThat(told.firings).isEmpty();
      told.at(days(20), "promise-broken", "Hanna");
      assertThat(told.firings)
          .extracting(Firing::sentence)
          .containsExactly("2 promises to Hanna were broken in 30 days.");
    }
  }

  @Test
  void spendingFasterThanPlannedSpeaksOnceADay() {
    try (var told = new Told("spend-above-plan")) {
      told.at(minutes(0), "money-spent", "model", 1, "", 0.50)
          .at(minutes(60), "money-spent", "model", 1, "", 0.30);
      assertThat(told.firings).isEmpty();
      told.at(minutes(120), "money-spent", "model", 1, "", 0.10)
          .at(minutes(130), "money-spent", "model", 1, "", 0.10);
      assertThat(told.firings).hasSize(1);
      assertThat(told.firings.getFirst().sentence()).startsWith("0.90 was spent within a day.");
    }
  }

  @Test
  void aBurstOfErrorsOfOneConnectorSpeaks() {
    try (var told = new Told("connector-errors")) {
      for (int i = 0; i < 4; i++) {
        told.at(minutes(i), "connector-failed", "mail");
        told.at(minutes(i), "connector-failed", "calendar");
      }
      assertThat(told.firings).isEmpty();
      told.at(minutes(6), "connector-failed", "mail");
      assertThat(told.firings)
          .extracting(Firing::sentence)
          .containsExactly("mail failed 5 times in 10 minutes.");
    }
  }

  @Test
  void theSameStepInManyRunsSpeaksButNotManyTriesOfOneRun() {
    try (var told = new Told("step-fails-in-many-runs")) {
      for (int i = 0; i < 9; i++) {
        told.at(minutes(i), "step-failed", "decide", 7, "Qualify", 0);
      }
      told.at(minutes(10), "step-failed", "decide", 8, "Qualify", 0);
      assertThat(told.firings).isEmpty();
      told.at(minutes(11), "step-failed", "decide", 9, "Qualify", 0);
      assertThat(told.firings)
          .extracting(Firing::sentence)
          .containsExactly("The step Qualify failed in 3 runs in 24 hours.");
    }
  }

  @Test
  void anAgentThatRepeatsACallSpeaks() {
    try (var told = new Told("agent-repeats-itself")) {
      for (int i = 0; i < 4; i++) {
        told.at(minutes(i), "tool-called", "intake", 1, "search {\"q\":\"Fjord\"}", 0);
        told.at(minutes(i), "tool-called", "intake", 2, "search {\"q\":\"" + i + "\"}", 0);
      }
      assertThat(told.firings).isEmpty();
      told.at(minutes(5), "tool-called", "intake", 1, "search {\"q\":\"Fjord\"}", 0);
      assertThat(told.firings).hasSize(1);
    }
  }

  @Test
  void theOwnersNumbersCount() {
    try (var told = new Told("broken-promises", Map.of("promises", 3L))) {
      told.at(days(0), "promise-broken", "h").at(days(1), "promise-broken", "h");
      assertThat(told.firings).isEmpty();
      told.at(days(2), "promise-broken", "h");
      assertThat(told.firings).hasSize(1);
    }
  }

  @Test
  void aNumberOutOfItsBoundsIsRefused() {
    assertThatThrownBy(() -> GUARDS.watch("broken-promises", Map.of("promises", 1L)))
        .hasMessageContaining("2 to 20");
    assertThatThrownBy(() -> GUARDS.watch("broken-promises", Map.of("days) eval(", 1L)))
        .hasMessageContaining("has no number");
  }

  @Test
  void theSameEventsLeadToTheSameFiringsHoweverLongTheAppSleptBetween() {
    var random = new Random(7);
    var events = new ArrayList<GuardEvent>();
    var at = START;
    for (int i = 0; i < 600; i++) {
      at = at.plus(Duration.ofHours(random.nextInt(20)));
      events.add(
          new GuardEvent(
              "e" + i,
              random.nextInt(5) == 0 ? "answer-received" : "reminder-sent",
              "client" + random.nextInt(12),
              at,
              (long) i,
              "",
              0));
    }
    var first = fire(events);
    assertThat(first).hasSizeGreaterThan(5);
    assertThat(fire(events)).isEqualTo(first);
  }

  private static List<Firing> fire(List<GuardEvent> events) {
    try (var watch = GUARDS.watch("reminders-without-answer", Map.of())) {
      return events.stream().flatMap(event -> watch.tell(event).stream()).toList();
    }
  }
}

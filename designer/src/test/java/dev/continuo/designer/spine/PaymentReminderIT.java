package dev.continuo.designer.spine;

import static dev.continuo.designer.spine.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An invoice that is not paid, by the table Dunning, with real timers: a day is a second here. */
@Order(1) // waits most, so it begins first
class PaymentReminderIT {
  private static final String DUNNING = "/api/v1/tables/dunning";
  private static final Pattern ID = Pattern.compile("(?im)^message-id:\\s*(<[^>]+>)");
  private static RunningContinuo continuo;
  private static int shipped;

  private final String number = "INV-" + Long.toString(System.nanoTime(), 36);

  @BeforeAll
  static void aDayIsASecond() {
    continuo = Spine.continuo();
    shipped = continuo.get(DUNNING).body().path("releasedVersion").asInt();
    Eventually.within(
        90,
        "the shipped flow asks the shipped table",
        () -> continuo.get(DUNNING + "/flows").body().toString().contains("payment-reminder"));
    var draft = continuo.get(DUNNING + "/draft").body();
    String quick =
        Pattern.compile("(out-2\">\\s*<text>)(\\d+)")
            .matcher(draft.path("xml").asString())
            .replaceAll(days -> days.group(1) + aSecondEach(days.group(2)));
    continuo.put(
        DUNNING + "/draft?revision=" + draft.path("revision").asInt(),
        "application/xml",
        quick.getBytes(StandardCharsets.UTF_8));
    var release = continuo.post(DUNNING + "/release?why=Seconds", Map.of());
    assertThat(release.code()).as("%s", release.body()).isEqualTo(200);
  }

  private static String aSecondEach(String days) {
    return new BigDecimal(days)
        .divide(BigDecimal.valueOf(86_400), 10, RoundingMode.UP)
        .toPlainString();
  }

  @AfterAll
  static void aDayIsADay() {
    continuo.post(DUNNING + "/roll-back?version=" + shipped, Map.of());
  }

  @Test
  void theTableSaysHowFirmHowLongToWaitAndWhenAPersonTakesOver() {
    var run = overdue(60);
    run.isWaitingAt("send-payment-reminder");
    var card = run.card("EFFECT");
    assertThat(card.path("title").asString()).contains(number).contains("EUR 1,200.00");
    assertThat(card.at("/why/why").asString())
        .contains("60 days ago", "Nobody has reminded of it.", "It may have been overlooked.");
    assertThat(card.at("/why/rules").toString())
        .contains("Dunning v", "row 3: Nobody said anything yet", "Gate policy");
    assertThat(card.path("items")).hasSize(1);
    assertThat(sent()).isEmpty();

    run.answer("EFFECT", "APPROVED");
    Eventually.within(60, "the next level asks", () -> asks(run, "Second reminder"));
    assertThat(run.card("EFFECT").at("/why/why").asString()).contains("reminded of once");
    run.answer("EFFECT", "APPROVED");
    run.isWaitingAt("call-client");
    assertThat(sent()).hasSize(2);
    String first = sent().stream().filter(mail -> !firm(mail)).findFirst().orElseThrow();
    String second = sent().stream().filter(PaymentReminderIT::firm).findFirst().orElseThrow();
    assertThat(first).contains("To: ana@kroll.example").contains("1,200.00");
    assertThat(second).contains("In-Reply-To: " + idOf(first)).contains("60 days ago");

    run.answer("TASK", "APPROVED");
    run.isWaitingAt("take-over");
    run.answer("TASK", "APPROVED");
    run.ends();
    assertThat(run.passed("taken-over")).isTrue();
    assertThat(run.story())
        .contains("drafts a reminder for Ana Kroll", "drafts a firm reminder", "hand over");
    assertThat(sent()).hasSize(2);
  }

  @Test
  void aReplyEndsItAndALaterOneIsShown() {
    var run = overdue(30);
    run.answer("EFFECT", "APPROVED");
    Eventually.within(60, "the reminder is in the outbox", () -> sent().size() == 1);
    run.isWaitingAt("send-payment-reminder"); // the next one asks
    String id = idOf(sent().getFirst());
    aMail(continuo, "Sorry, it is on its way. Ana")
        .from("Ana <ana@kroll.example>")
        .answering(id)
        .arrives();
    run.ends();
    assertThat(run.passed("answered")).isTrue();
    assertThat(run.cards("EFFECT")).as("its card is taken back").isEmpty();
    assertThat(sent()).hasSize(1);

    var late = aMail(continuo, "One more word. Ana").from("Ana <ana@kroll.example>").answering(id);
    late.arrives();
    Eventually.within(30, "the late reply is shown", () -> run.cards("MESSAGE").size() == 1);
  }

  @Test
  void whoHasPaidIsNotRemindedAgain() {
    var run = overdue(30);
    run.isWaitingAt("send-payment-reminder");
    var told =
        continuo.post(
            "/api/v1/messages",
            Map.of("name", "invoice-paid", "correlationKey", number, "id", "paid-" + number));
    assertThat(told.code()).as("%s", told.body()).isEqualTo(202);
    run.ends();
    assertThat(run.passed("paid")).isTrue();
    assertThat(run.cards("EFFECT")).isEmpty();
    assertThat(sent()).isEmpty();
  }

  @Test
  void aRejectedReminderEndsIt() {
    var run = overdue(5);
    run.answer("EFFECT", "REJECTED");
    run.ends();
    assertThat(run.passed("no-reminder")).isTrue();
    assertThat(sent()).isEmpty();
  }

  @Test
  void withoutAnInvoiceTheRunStopsAndSaysWhatIsMissing() {
    var started =
        continuo.postOnce(
            "/api/v1/flows/payment-reminder/runs",
            number,
            Map.of("invoice", Map.of("number", number, "client", "Ana Kroll", "amount", -3)));
    assertThat(started.code()).as("%s", started.body()).isBetween(200, 202);
    var run = new TestedRun(continuo, "api:payment-reminder:" + number);
    assertThat(run.card("STUCK").toString())
        .contains(
            "does not say which invoice",
            "email is not an address; amount is not a number above zero; due is not a day");
    run.answer("STUCK", "REJECTED");
  }

  private TestedRun overdue(int days) {
    var invoice =
        Map.of(
            "number",
            number,
            "client",
            "Ana Kroll",
            "email",
            "ana@kroll.example",
            "amount",
            1200,
            "due",
            LocalDate.now(ZoneId.of("Europe/Oslo")).minusDays(days).toString());
    var started =
        continuo.postOnce(
            "/api/v1/flows/payment-reminder/runs", number, Map.of("invoice", invoice));
    assertThat(started.code()).as("%s", started.body()).isBetween(200, 202);
    return new TestedRun(continuo, "api:payment-reminder:" + number);
  }

  private static boolean asks(TestedRun run, String subject) {
    return run.cards("EFFECT").stream().anyMatch(card -> card.toString().contains(subject));
  }

  private List<String> sent() {
    return continuo.files("outbox", ".eml").stream()
        .map(PaymentReminderIT::text)
        .filter(mail -> mail.contains(number))
        .toList();
  }

  private static boolean firm(String mail) {
    return mail.contains("Subject: Second reminder");
  }

  private static String idOf(String mail) {
    return ID.matcher(mail)
        .results()
        .map((MatchResult id) -> id.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

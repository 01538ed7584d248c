package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.Contracts;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.agent.RequestKind;
import dev.continuo.runtime.agent.text.FoundDate;
import dev.continuo.runtime.agent.text.FoundMoney;
import dev.continuo.runtime.agent.text.FoundPhone;
import dev.continuo.runtime.agent.text.Span;
import dev.continuo.runtime.setting.WorkSettings;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Leads and settings as the tests need them. */
final class Leads {
  static final String TEXT =
      """
      Hi Kari,

      I am planning to renew the website of our hotel. The budget is 8-10 k EUR.
      We open on 12 March.

      Best regards,
      Ida Storm
      Fjord Hotel AS
      +47 22 55 01 34
      """;

  static final WorkSettings WORK =
      new WorkSettings(
          "Kari Berg",
          "kari@bergstudio.example",
          "Berg Studio",
          ZoneId.of("Europe/Oslo"),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          30,
          Duration.ofDays(3));

  private Leads() {}

  static IntakeRecord hotel() {
    return hotel(RequestKind.PROJECT_INQUIRY, "New website", "<1@fjordhotel.example>");
  }

  static IntakeRecord hotel(RequestKind kind, String subject, String messageId) {
    return new IntakeRecord(
        new IntakeRecord.Sender("Ida Storm", "ida@fjordhotel.example"),
        null,
        new IntakeRecord.Organisation(
            "Fjord Hotel AS", "fjordhotel.example", span("Fjord Hotel AS")),
        subject,
        "en",
        kind,
        0.62,
        "It reads most like an example.",
        span("I am planning to renew the website of our hotel."),
        new BigDecimal("10000.00"),
        List.of(
            new FoundDate(
                LocalDate.of(2027, 3, 12),
                null,
                "on",
                false,
                "12 March",
                TEXT.indexOf("12 March"),
                TEXT.indexOf("12 March") + 8)),
        List.of(
            new FoundMoney(
                "EUR",
                new BigDecimal("8000.00"),
                new BigDecimal("10000.00"),
                "8-10 k EUR",
                TEXT.indexOf("8-10"),
                TEXT.indexOf("8-10") + 10)),
        List.of(
            new FoundPhone(
                "+4722550134", "+47 22 55 01 34", TEXT.indexOf("+47"), TEXT.indexOf("+47") + 15)),
        TEXT,
        null,
        List.of(messageId),
        List.of(),
        "",
        messageId,
        Instant.parse("2026-11-18T09:00:00Z"));
  }

  static Qualification says(String action, int hours) {
    return Qualification.CONTRACT.of(
        Map.of("qualification", qualification(action, hours)), "qualification");
  }

  static Map<String, Object> qualification(String action, int hours) {
    return Map.of(
        "fit",
        65,
        "action",
        action,
        "answerWithinHours",
        hours,
        "reason",
        "A new contact asks for a project.",
        "rows",
        List.of(Map.of("number", 12, "words", "Project, new contact", "decision", "x")),
        "title",
        "Lead qualification",
        "version",
        1);
  }

  static Map<String, Object> variable(IntakeRecord lead) {
    return Contracts.INTAKE_RECORD.variable(lead);
  }

  private static Span span(String quote) {
    return new Span(quote, TEXT.indexOf(quote), TEXT.indexOf(quote) + quote.length());
  }
}

package dev.continuo.runtime.connector.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.runtime.connector.calendar.ical4j.IcsCalendar;
import dev.continuo.runtime.connector.calendar.ical4j.IcsCalendar.Span;
import dev.continuo.runtime.connector.calendar.ical4j.IcsHold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IcsCalendarTests {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-05-31T00:00:00Z");

  @Test
  void readsTimesInUtcInAZoneFloatingAndByDuration() throws IOException {
    assertThat(taken("DTSTART:20260512T080000Z\nDTEND:20260512T090000Z"))
        .containsExactly(span("2026-05-12T08:00:00Z", "2026-05-12T09:00:00Z"));
    assertThat(taken("DTSTART;TZID=America/New_York:20260512T080000\nDURATION:PT90M"))
        .containsExactly(span("2026-05-12T12:00:00Z", "2026-05-12T13:30:00Z"));
    assertThat(taken("DTSTART:20260512T080000\nDTEND:20260512T090000"))
        .containsExactly(span("2026-05-12T06:00:00Z", "2026-05-12T07:00:00Z"));
  }

  @Test
  void readsAZoneThatTheFileDefinesItself() throws IOException {
    String file =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//x//x//EN
        BEGIN:VTIMEZONE
        TZID:My Office
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0300
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20260101T000000Z
        DTSTART;TZID=My Office:20260512T100000
        DTEND;TZID=My Office:20260512T110000
        END:VEVENT
        END:VCALENDAR
        """;
    assertThat(parse(file).between(FROM, TO, BERLIN).spans())
        .containsExactly(span("2026-05-12T07:00:00Z", "2026-05-12T08:00:00Z"));
  }

  @Test
  void aDayWithoutATimeIsTheOwnersWholeDay() throws IOException {
    assertThat(taken("DTSTART;VALUE=DATE:20260512"))
        .containsExactly(span("2026-05-11T22:00:00Z", "2026-05-12T22:00:00Z"));
    assertThat(taken("DTSTART;VALUE=DATE:20260512\nDTEND;VALUE=DATE:20260515"))
        .containsExactly(span("2026-05-11T22:00:00Z", "2026-05-14T22:00:00Z"));
    assertThat(taken("DTSTART;VALUE=DATE:20200105\nRRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=12"))
        .containsExactly(span("2026-05-11T22:00:00Z", "2026-05-12T22:00:00Z"));
  }

  @Test
  void repeatsByRuleWithExceptionsAndMovedInstances() throws IOException {
    List<Span> spans =
        taken(
            """
            DTSTART;TZID=Europe/Berlin:20260105T100000
            DTEND;TZID=Europe/Berlin:20260105T110000
            RRULE:FREQ=WEEKLY;BYDAY=MO
            EXDATE:20260511T080000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20260101T000000Z
            RECURRENCE-ID;TZID=Europe/Berlin:20260518T100000
            DTSTART;TZID=Europe/Berlin:20260519T150000
            DTEND;TZID=Europe/Berlin:20260519T160000""");
    assertThat(spans)
        .containsExactlyInAnyOrder(
            span("2026-05-04T08:00:00Z", "2026-05-04T09:00:00Z"),
            span("2026-05-19T13:00:00Z", "2026-05-19T14:00:00Z"),
            span("2026-05-25T08:00:00Z", "2026-05-25T09:00:00Z"));
  }

  @Test
  void aRepetitionKeepsItsLocalTimeWhenTheClocksChange() throws IOException {
    IcsCalendar calendar =
        parse(file("DTSTART;TZID=Europe/Berlin:20260105T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY"));
    List<Span> spans =
        calendar
            .between(
                Instant.parse("2026-10-24T00:00:00Z"),
                Instant.parse("2026-10-26T00:00:00Z"),
                BERLIN)
            .spans();
    assertThat(spans)
        .extracting(Span::start)
        .containsExactlyInAnyOrder(
            Instant.parse("2026-10-24T08:00:00Z"), Instant.parse("2026-10-25T09:00:00Z"));
  }

  @Test
  void endsWithCountAndUntil() throws IOException {
    String start = "DTSTART:20260504T080000Z\nDURATION:PT1H\n";
    assertThat(taken(start + "RRULE:FREQ=DAILY;COUNT=3")).hasSize(3);
    assertThat(taken(start + "RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20260508T080000Z")).hasSize(3);
  }

  @Test
  void anEventThatReachesIntoTheWindowCounts() throws IOException {
    assertThat(taken("DTSTART:20260430T230000Z\nDTEND:20260501T010000Z")).hasSize(1);
    assertThat(taken("DTSTART:20260401T000000Z\nDTEND:20260601T000000Z")).hasSize(1);
  }

  @Test
  void transparentAndCancelledEventsTakeNoTime() throws IOException {
    String time = "DTSTART:20260512T080000Z\nDTEND:20260512T090000Z\n";
    assertThat(taken(time + "TRANSP:TRANSPARENT")).isEmpty();
    assertThat(taken(time + "STATUS:CANCELLED")).isEmpty();
  }

  @Test
  @Timeout(20)
  void hostileRepetitionIsNamedAndTheRestIsRead() throws IOException {
    IcsCalendar calendar =
        parse(
            file(
                """
                DTSTART:19700101T000000Z
                DURATION:PT1S
                RRULE:FREQ=SECONDLY
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                DTSTART:20260512T080000Z
                DTEND:20260512T090000Z"""));
    IcsCalendar.Taken taken = calendar.between(FROM, TO, BERLIN);
    assertThat(taken.problems()).singleElement().asString().contains("every hour");
    assertThat(taken.spans()).hasSize(1);
    assertThat(taken("DTSTART:19700101T000000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"))
        .isEmpty();
  }

  @Test
  void whatIsNoCalendarSaysSo() {
    assertThatThrownBy(() -> parse("hello")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> parse("")).isInstanceOf(IOException.class);
    byte[] noise = new byte[1000];
    new Random(5).nextBytes(noise);
    assertThatThrownBy(() -> IcsCalendar.parse(noise)).isInstanceOf(IOException.class);
  }

  @Test
  void aHoldCanBeReadBackAndHoldsNoSmuggledLine() throws IOException {
    Instant start = Instant.parse("2026-05-12T08:00:00Z");
    byte[] file =
        new IcsHold(
                "u1@continuo",
                start,
                start.plusSeconds(1800),
                "Talk; with, Hanna\r\nATTENDEE:mailto:x@y.example",
                "More\nlines")
            .file();
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
    assertThat(text).contains("STATUS:TENTATIVE").contains("UID:u1@continuo");
    assertThat(IcsCalendar.parse(file).between(FROM, TO, BERLIN).spans())
        .containsExactly(new Span(start, start.plusSeconds(1800)));
  }

  private static List<Span> taken(String event) throws IOException {
    return parse(file(event)).between(FROM, TO, BERLIN).spans();
  }

  static String file(String event) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//x//x//EN
    BEGIN:VEVENT
    UID:1
    DTSTAMP:20260101T000000Z
    %s
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(event.strip());
  }

  private static IcsCalendar parse(String file) throws IOException {
    return IcsCalendar.parse(file.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Span span(String start, String end) {
    return new Span(Instant.parse(start), Instant.parse(end));
  }
}

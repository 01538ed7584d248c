package dev.continuo.runtime.connector.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.connector.ConnectorDatabase;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.SendResult;
import dev.continuo.runtime.effect.SendResult.Confirmed;
import dev.continuo.runtime.effect.SendResult.Failed;
import dev.continuo.runtime.setting.WorkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("apart")
class SlotsIT {
  private static final WorkSettings WORK = FreeTimesTests.berlin(30);
  private static final Instant MONDAY = Instant.parse("2026-05-11T00:00:00Z");
  private static ConnectorDatabase database;

  @TempDir Path folder;
  private Instant now = MONDAY;
  private Slots slots;
  private CalendarSender sender;

  @BeforeAll
  static void database() {
    database = ConnectorDatabase.fresh();
  }

  @BeforeEach
  void empty() {
    database.jdbc().sql("truncate calendar_hold").update();
    CalendarFolder calendars = new CalendarFolder(folder);
    slots = new Slots(database.jdbc(), database.transactions(), calendars, () -> now);
    sender = new CalendarSender(database.jdbc(), calendars);
  }

  @Test
  void theSameKeyGetsTheSameSlotsUntilItIsReleased() {
    List<Slot> first = slots.reserve("lead-1", 2, WORK, MONDAY);
    assertThat(first).hasSize(2);
    assertThat(slots.reserve("lead-1", 2, WORK, MONDAY)).isEqualTo(first);
    assertThat(slots.reserve("lead-2", 2, WORK, MONDAY))
        .extracting(Slot::start)
        .doesNotContainAnyElementsOf(first.stream().map(Slot::start).toList());
    slots.release("lead-1");
    assertThat(slots.reserve("lead-3", 2, WORK, MONDAY))
        .extracting(Slot::start)
        .containsExactlyElementsOf(first.stream().map(Slot::start).toList());
  }

  @Test
  void manyLeadsAtOnceNeverGetTheSameSlot() throws Exception {
    int leads = 24;
    CountDownLatch together = new CountDownLatch(leads);
    List<Future<List<Slot>>> asked = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(leads)) {
      for (int i = 0; i < leads; i++) {
        String key = "lead-" + i / 2; // two threads ask for each lead
        asked.add(
            pool.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return slots.reserve(key, 2, WORK, MONDAY);
                }));
      }
    }
    List<Slot> all = new ArrayList<>();
    for (int i = 0; i < leads; i += 2) {
      assertThat(asked.get(i).get()).hasSize(2).isEqualTo(asked.get(i + 1).get());
      all.addAll(asked.get(i).get());
    }
    assertThat(all).hasSize(leads).extracting(Slot::start).doesNotHaveDuplicates();
  }

  @Test
  void theOwnersCalendarIsKeptFree() throws IOException {
    Files.writeString(
        folder.resolve("mine.ics"),
        IcsCalendarTests.file(
            """
            DTSTART;TZID=Europe/Berlin:20260511T080000
            DTEND;TZID=Europe/Berlin:20260511T163000
            RRULE:FREQ=WEEKLY"""));
    Files.writeString(folder.resolve("broken.ics"), "not a calendar");
    List<Slot> offered = slots.reserve("lead-1", 6, WORK, MONDAY);
    assertThat(offered.getFirst().start()).isEqualTo(Instant.parse("2026-05-11T14:30:00Z"));
    assertThat(offered.getLast().start()).isEqualTo(Instant.parse("2026-05-18T14:30:00Z"));
    assertThat(slots.problems(WORK.zone())).singleElement().asString().contains("broken.ics");
  }

  @Test
  void theSenderWritesAHoldOnce() throws IOException {
    Slot slot = slots.reserve("lead-1", 2, WORK, MONDAY).getFirst();
    SendResult first = sender.send(hold(slot), "key-1");
    assertThat(first).isInstanceOf(Confirmed.class);
    assertThat(sender.send(hold(slot), "key-1")).isEqualTo(first);
    assertThat(files()).hasSize(1);
    assertThat(Files.readString(files().getFirst()))
        .contains("SUMMARY:Talk with Hanna BEGIN:VEVENT")
        .contains("DTSTART:20260511T070000Z");
    slots.release("lead-1");
    assertThat(slots.reserve("lead-2", 1, WORK, MONDAY))
        .extracting(Slot::start)
        .as("a hold survives the release of its key")
        .doesNotContain(slot.start());
  }

  @Test
  void aHoldOnATimeThatIsTakenFails() throws IOException {
    Slot slot = slots.reserve("lead-1", 1, WORK, MONDAY).getFirst();
    slots.release("lead-1");
    slots.reserve("lead-2", 1, WORK, MONDAY);
    assertThat(sender.send(hold(slot), "key-1"))
        .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.mayRetry()).isFalse());
    assertThat(files()).isEmpty();
  }

  @Test
  void malformedTimesFailWithASentence() {
    Intent intent = new Intent("calendar", "x", Map.of("start", "soon", "end", "later"));
    assertThat(sender.send(intent, "key-1")).isInstanceOf(Failed.class);
  }

  @Test
  void aHoldThatTheOwnerDeletedIsFreeAgain() throws IOException {
    Instant soon = Instant.now().plusSeconds(86_400);
    Slot slot = slots.reserve("lead-1", 1, WORK, soon).getFirst();
    sender.send(hold(slot), "key-1");
    Files.delete(files().getFirst());
    assertThat(slots.reserve("lead-2", 1, WORK, soon))
        .extracting(Slot::start)
        .containsExactly(slot.start());
  }

  @Test
  void aReservationLapsesWhenItsTimeHasComeAndAHoldDoesNot() throws IOException {
    List<Slot> offered = slots.reserve("lead-1", 2, WORK, MONDAY);
    sender.send(hold(offered.getFirst()), "key-1");
    now = offered.getLast().start();
    slots.reserve("lead-2", 1, WORK, now);
    assertThat(states("lead-1")).containsExactly("HELD", "RELEASED");
  }

  @Test
  void aReservationLapsesAfterTwoWeeks() {
    Instant later = MONDAY.plusSeconds(86_400 * 50);
    slots.reserve("lead-1", 1, WORK, later);
    database.jdbc().sql("update calendar_hold set made_at = ?").param(Timestamp.from(now)).update();
    now = MONDAY.plusSeconds(86_400 * 14 - 1);
    slots.reserve("lead-2", 1, WORK, later);
    assertThat(states("lead-1")).containsExactly("RESERVED");
    now = MONDAY.plusSeconds(86_400 * 14 + 1);
    slots.reserve("lead-3", 1, WORK, later);
    assertThat(states("lead-1")).containsExactly("RELEASED");
  }

  private List<String> states(String key) {
    return database
        .jdbc()
        .sql("select state from calendar_hold where hold_key = ? order by starts_at")
        .param(key)
        .query(String.class)
        .list();
  }

  private static Intent hold(Slot slot) {
    return new Intent(
        "calendar",
        "hold",
        Map.of(
            "start",
            slot.start().toString(),
            "end",
            slot.end().toString(),
            "title",
            "Talk with Hanna\r\nBEGIN:VEVENT",
            "attendee",
            "hanna@fjord.example",
            "holdId",
            slot.holdId()));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}

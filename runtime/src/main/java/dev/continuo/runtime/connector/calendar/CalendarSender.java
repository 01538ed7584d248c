package dev.continuo.runtime.connector.calendar;

import dev.continuo.runtime.connector.calendar.ical4j.IcsHold;
import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.SendResult;
import dev.continuo.runtime.effect.SendResult.Confirmed;
import dev.continuo.runtime.effect.SendResult.Failed;
import dev.continuo.runtime.effect.Sender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a hold as a calendar file, one per idempotency key. The reservation becomes a hold once
 * the file is there; a time that someone else holds by now is refused by the table.
 */
final class CalendarSender implements Sender {
  private final JdbcClient jdbc;
  private final CalendarFolder calendars;

  CalendarSender(JdbcClient jdbc, CalendarFolder calendars) {
    this.jdbc = jdbc;
    this.calendars = calendars;
  }

  @Override
  public String channel() {
    return "calendar";
  }

  private record Hold(UUID id, Instant start, Instant end, String title, String attendee) {}

  @Override
  public SendResult send(Intent intent, String idempotencyKey) {
    UUID byKey = UUID.nameUUIDFromBytes(idempotencyKey.getBytes(StandardCharsets.UTF_8));
    String name = "continuo-" + byKey + ".ics";
    Hold hold;
    try {
      hold = hold(intent.content(), byKey);
    } catch (IllegalArgumentException | DateTimeException e) {
      return new Failed(
          "The hold was not written.",
          "Its times are malformed: " + e.getMessage() + ".",
          "Correct start and end on the card.",
          false);
    }
    try {
      if (!Files.exists(calendars.file(name))) {
        claim(hold, idempotencyKey);
        write(hold, byKey, calendars.file(name));
      }
      settle(hold, name);
      return new Confirmed(
          "calendar/" + name, Map.of("holdId", hold.id().toString(), "file", name));
    } catch (DataIntegrityViolationException taken) {
      return new Failed(
          "The hold was not written.",
          "Something else is held at that time by now.",
          "Reject the card, or choose another time.",
          false);
    } catch (IOException | DataAccessException e) {
      return new Failed(
          "The hold was not written.",
          "The calendar folder or the database refused it: " + e.getMessage() + ".",
          "Check the data folder's free space and permissions.",
          true);
    }
  }

  private static Hold hold(Map<String, Object> content, UUID byKey) {
    Instant start = Instant.parse(text(content, "start"));
    Instant end = Instant.parse(text(content, "end"));
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("the end is not after the start");
    }
    String holdId = text(content, "holdId");
    return new Hold(
        holdId.isEmpty() ? byKey : UUID.fromString(holdId),
        start,
        end,
        line(text(content, "title"), "Hold"),
        line(text(content, "attendee"), ""));
  }

  /** Makes sure that the time is ours, with the card's own times. */
  private void claim(Hold hold, String key) {
    jdbc.sql(
            """
            insert into calendar_hold (hold_id, hold_key, starts_at, ends_at, state)
            values (?, ?, ?, ?, 'RESERVED')
            on conflict (hold_id) do update
              set starts_at = excluded.starts_at, ends_at = excluded.ends_at, state = 'RESERVED'""")
        .params(hold.id(), key, Timestamp.from(hold.start()), Timestamp.from(hold.end()))
        .update();
  }

  private void settle(Hold hold, String file) {
    jdbc.sql("update calendar_hold set state = 'HELD', file = ? where hold_id = ?")
        .params(file, hold.id())
        .update();
  }

  private static void write(Hold hold, UUID byKey, Path file) throws IOException {
    String with = hold.attendee().isEmpty() ? "" : "With " + hold.attendee() + ". ";
    byte[] content =
        new IcsHold(
                byKey + "@continuo",
                hold.start(),
                hold.end(),
                hold.title(),
                with + "Held by Continuo until it is confirmed.")
            .file();
    Path folder = Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Path aside =
        Files.createTempFile(
            folder,
            ".hold",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap(content));
        out.force(true);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static String text(Map<String, Object> content, String key) {
    return Objects.toString(content.get(key), "");
  }

  private static String line(String text, String otherwise) {
    String clean = text.replaceAll("\\p{Cc}+", " ").strip();
    return clean.isEmpty() ? otherwise : clean.substring(0, Math.min(clean.length(), 300));
  }
}

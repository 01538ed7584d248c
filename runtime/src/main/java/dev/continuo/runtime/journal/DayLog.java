package dev.continuo.runtime.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log that people read: one file a day in the data folder, one sentence a line.
 *
 * <p>Each sentence is there once, however often the app is killed: the length of what is committed
 * is kept in the database, moves in the same transaction as the projector's mark, and whatever a
 * file has beyond it is cut off before the next sentence is written. (A power cut may take the last
 * sentences from the file; the journal still has what they said.)
 */
final class DayLog {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Path folder;
  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private final OwnerZone zone;
  private final Set<LocalDate> begun = new HashSet<>();

  /**
   * A sentence and when it became true.
   *
   * @param text one line of Markdown
   */
  record Line(Instant at, String text) {}

  DayLog(Path folder, JdbcClient jdbc, TransactionTemplate ownTransaction, OwnerZone zone) {
    this.folder = folder;
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.zone = zone;
  }

  /** Cuts off what a killed process wrote without committing it. */
  void open() {
    jdbc.sql("SELECT day, bytes FROM journal_log")
        .query(
            (row, number) -> {
              cut(row.getDate("day").toLocalDate(), row.getLong("bytes"));
              return number;
            })
        .list();
  }

  /** Appends the lines within the caller's transaction. */
  void append(List<Line> lines) {
    Map<LocalDate, StringBuilder> days = new TreeMap<>();
    ZoneId now = zone.zone();
    for (Line line : lines) {
      ZonedDateTime at = line.at().atZone(now);
      days.computeIfAbsent(at.toLocalDate(), day -> new StringBuilder())
          .append("- ")
          .append(TIME.format(at))
          .append(' ')
          .append(line.text())
          .append('\n');
    }
    days.forEach((day, text) -> append(day, text.toString()));
  }

  private void append(LocalDate day, String text) {
    if (begun.add(day)) {
      begin(day);
    }
    long committed =
        jdbc.sql("SELECT bytes FROM journal_log WHERE day = ? FOR UPDATE")
            .param(Date.valueOf(day))
            .query(Long.class)
            .single();
    long length = write(file(day), committed, text.getBytes(StandardCharsets.UTF_8));
    jdbc.sql("UPDATE journal_log SET bytes = ? WHERE day = ?")
        .params(length, Date.valueOf(day))
        .update();
  }

  /** Makes the day's row in a transaction of its own, so that it is known before the file grows. */
  private void begin(LocalDate day) {
    ownTransaction.executeWithoutResult(
        status -> {
          int made =
              jdbc.sql("INSERT INTO journal_log (day, bytes) VALUES (?, 0) ON CONFLICT DO NOTHING")
                  .param(Date.valueOf(day))
                  .update();
          if (made > 0) {
            // a file of that name that is not ours, say of an older database, is continued
            long there = length(file(day));
            byte[] head =
                there > 0 ? new byte[0] : ("# " + day + "\n\n").getBytes(StandardCharsets.UTF_8);
            long length = write(file(day), there, head);
            jdbc.sql("UPDATE journal_log SET bytes = ? WHERE day = ?")
                .params(length, Date.valueOf(day))
                .update();
          }
        });
  }

  private Path file(LocalDate day) {
    return folder.resolve(day + ".md");
  }

  private static long length(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private void cut(LocalDate day, long length) {
    Path file = file(day);
    if (length(file) > length) {
      write(file, length, new byte[0]);
    }
  }

  /** Writes after so many bytes, cuts off the rest, and returns the new length. */
  private long write(Path file, long after, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      try (FileChannel channel = open(file)) {
        long from = Math.min(after, channel.size());
        channel.truncate(from);
        channel.position(from);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        return channel.position();
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return FileChannel.open(
          file,
          options,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return FileChannel.open(file, options);
  }

  private static UncheckedIOException unwritable(Path file, IOException why) {
    return new UncheckedIOException(
        "The log "
            + file
            + " cannot be written ("
            + why.getMessage()
            + "). See whether the disk is full and whether the file belongs to this user.",
        why);
  }
}

package dev.continuo.runtime.journal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a page of runs ends: the next begins strictly after it. */
record RunCursor(Timestamp startedAt, long runKey) {
  static RunCursor of(RunRow row) {
    return new RunCursor(Timestamp.from(row.startedAt()), row.runKey());
  }

  static RunCursor parse(String text) {
    String[] parts = text.split("-", -1);
    try {
      long micros = Long.parseLong(parts[0]);
      return new RunCursor(
          Timestamp.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS)), Long.parseLong(parts[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "\""
              + PlainText.line(text, 60)
              + "\" is no page of runs. Take the value of next as it was given.",
          e);
    }
  }

  String text() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, startedAt.toInstant()) + "-" + runKey;
  }
}

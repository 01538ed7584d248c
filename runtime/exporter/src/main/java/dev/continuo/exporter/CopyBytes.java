package dev.continuo.exporter;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format (PostgreSQL documentation, "COPY", section "Binary
 * Format").
 */
final class CopyBytes {
  static final String COLUMNS = "pos, ts, key, pi, pd, part, vt, intent, el, et, scope, p";
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int NULL = -1;

  /** 2000-01-01T00:00:00Z, where PostgreSQL's microseconds begin. */
  private static final long EPOCH_MILLIS = 946_684_800_000L;

  private CopyBytes() {}

  static byte[] of(List<JournalRow> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
      for (JournalRow row : rows) {
        write(row, out);
      }
      out.writeShort(-1);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JournalRow row, DataOutputStream out) throws IOException {
    out.writeShort(12);
    number(row.position(), out);
    number((row.millis() - EPOCH_MILLIS) * 1000, out);
    number(row.key(), out);
    number(row.processInstance(), out);
    number(row.processDefinition(), out);
    out.writeInt(2);
    out.writeShort(row.partition());
    text(row.valueType(), out);
    text(row.intent(), out);
    text(row.elementId(), out);
    text(row.elementType(), out);
    if (row.scope() == 0) {
      out.writeInt(NULL);
    } else {
      number(row.scope(), out);
    }
    bytes(row.payload(), out);
  }

  private static void number(long value, DataOutputStream out) throws IOException {
    out.writeInt(8);
    out.writeLong(value);
  }

  private static void text(@Nullable String value, DataOutputStream out) throws IOException {
    bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8), out);
  }

  private static void bytes(byte @Nullable [] value, DataOutputStream out) throws IOException {
    if (value == null) {
      out.writeInt(NULL);
    } else {
      out.writeInt(value.length);
      out.write(value);
    }
  }
}

package dev.continuo.rules.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language between the app and its sandbox: frames of plain values, each a length and then
 * tagged values. Knows values only, never classes by name, so that whatever a frame contains, what
 * comes out is data.
 */
final class Frames {
  private static final int LARGEST = 64 << 20;
  private static final int DEEPEST = 200;

  private Frames() {}

  static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    var bytes = new ByteArrayOutputStream(1024);
    write(new DataOutputStream(bytes), value, 0);
    if (bytes.size() > LARGEST) {
      throw new IOException("The frame has %,d bytes.".formatted(bytes.size()));
    }
    out.writeInt(bytes.size());
    bytes.writeTo(out);
    out.flush();
  }

  static @Nullable Object read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LARGEST) {
      throw new IOException("A frame of %,d bytes is not read.".formatted(length));
    }
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("The frame ends early.");
    }
    return value(new DataInputStream(new ByteArrayInputStream(bytes)), 0);
  }

  private static void write(DataOutputStream out, @Nullable Object value, int depth)
      throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("The values nest too deeply.");
    }
    switch (value) {
      case null -> out.writeByte('0');
      case Boolean truth -> out.writeByte(truth ? 't' : 'f');
      case String text -> text(out, 's', text);
      case Number number -> text(out, 'n', number.toString());
      case LocalDate date -> text(out, 'd', date.toString());
      case LocalTime time -> text(out, 'i', time.toString());
      case OffsetTime time -> text(out, 'o', time.toString());
      case LocalDateTime moment -> text(out, 'l', moment.toString());
      case OffsetDateTime moment -> text(out, 'z', moment.toZonedDateTime().toString());
      case ZonedDateTime moment -> text(out, 'z', moment.toString());
      case Duration duration -> text(out, 'u', duration.toString());
      case Period period -> text(out, 'p', period.toString());
      case List<?> list -> {
        out.writeByte('[');
        out.writeInt(list.size());
        for (var each : list) {
          write(out, each, depth + 1);
        }
      }
      case Map<?, ?> map -> {
        out.writeByte('{');
        out.writeInt(map.size());
        for (var each : map.entrySet()) {
          text(out, 's', String.valueOf(each.getKey()));
          write(out, each.getValue(), depth + 1);
        }
      }
      default -> text(out, 's', value.toString());
    }
  }

  private static void text(DataOutputStream out, char tag, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(tag);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable Object value(DataInputStream in, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("The values nest too deeply.");
    }
    char tag = (char) in.readByte();
    return switch (tag) {
      case '0' -> null;
      case 't' -> true;
      case 'f' -> false;
      case 's' -> text(in);
      case 'n' -> new BigDecimal(text(in));
      case 'd' -> LocalDate.parse(text(in));
      case 'i' -> LocalTime.parse(text(in));
      case 'o' -> OffsetTime.parse(text(in));
      case 'l' -> LocalDateTime.parse(text(in));
      case 'z' -> ZonedDateTime.parse(text(in));
      case 'u' -> Duration.parse(text(in));
      case 'p' -> Period.parse(text(in));
      case '[' -> list(in, depth);
      case '{' -> map(in, depth);
      default -> throw new IOException("A frame cannot contain '" + tag + "'.");
    };
  }

  private static List<@Nullable Object> list(DataInputStream in, int depth) throws IOException {
    int size = size(in);
    var list = new ArrayList<@Nullable Object>(size);
    for (int i = 0; i < size; i++) {
      list.add(value(in, depth + 1));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(DataInputStream in, int depth)
      throws IOException {
    int size = size(in);
    var map = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      in.readByte();
      var key = text(in);
      map.put(key, value(in, depth + 1));
    }
    return map;
  }

  /** A count that the rest of the frame can hold: each thing takes a byte at least. */
  private static int size(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > in.available()) {
      throw new IOException("The frame ends early.");
    }
    return size;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(size(in)), StandardCharsets.UTF_8);
  }
}

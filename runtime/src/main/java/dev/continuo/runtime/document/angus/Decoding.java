package dev.continuo.runtime.document.angus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.QPDecoderStream;
import org.eclipse.angus.mail.util.UUDecoderStream;
import org.jspecify.annotations.Nullable;

/** Undoes transfer encodings within one budget for the whole message. */
final class Decoding {
  private final Defects defects;
  private final long budget;
  private long left;

  Decoding(long budget, Defects defects) {
    this.budget = budget;
    this.left = budget;
    this.defects = defects;
  }

  /** Whether the content stands as it is. */
  static boolean isPlain(@Nullable String header) {
    return switch (name(header)) {
      case "base64", "quoted-printable", "x-uuencode", "x-uue", "uuencode" -> false;
      default -> true;
    };
  }

  InputStream decode(InputStream encoded, @Nullable String header) {
    return new Tolerant(
        switch (name(header)) {
          case "base64" -> new BASE64DecoderStream(encoded, true);
          case "quoted-printable" -> new QPDecoderStream(encoded);
          case "x-uuencode", "x-uue", "uuencode" -> new UUDecoderStream(encoded, true, true);
          case "", "7bit", "8bit", "binary" -> encoded;
          default -> {
            defects.add(
                "unknown-encoding", "A part names an unknown encoding; it was taken as it is.");
            yield encoded;
          }
        });
  }

  private static String name(@Nullable String header) {
    if (header == null) {
      return "";
    }
    String bounded = header.substring(0, Math.min(header.length(), 100));
    return bounded.replaceAll("\\(.*?\\)|[\"';]", " ").strip().toLowerCase(Locale.ROOT);
  }

  /** Ends early with a defect instead of failing. */
  private final class Tolerant extends FilterInputStream {
    private boolean ended;

    Tolerant(InputStream decoded) {
      super(decoded);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (ended || length == 0) {
        return ended ? -1 : 0;
      }
      if (left <= 0) {
        defects.add(
            "too-much-content",
            "The message unpacks to more than %d MB; the rest was left out."
                .formatted(budget >> 20));
        return end();
      }
      try {
        int n = in.read(buffer, offset, (int) Math.min(length, left));
        left -= Math.max(n, 0);
        return n < 0 ? end() : n;
      } catch (IOException | RuntimeException e) {
        defects.add("broken-encoding", "A part's encoding is broken; it was read up to there.");
        return end();
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private int end() {
      ended = true;
      return -1;
    }
  }
}

package dev.continuo.designer.spine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails as no decent program writes them, each with ids and addresses of its own. */
final class NastyMails {
  private static final String WISH =
      "Hello, we are looking for someone to redesign our website and logo before 18 December. Our"
          + " budget is around EUR 8,000. Could you take on this project? Best regards, Sam Reed";
  private static final int BOMB = 64 << 20;

  private final String unique = Long.toString(System.nanoTime(), 36);
  private final Map<String, byte[]> mails = new LinkedHashMap<>();

  /** By what is nasty about each. */
  static Map<String, byte[]> all() {
    return new NastyMails().write().mails;
  }

  /** Those that nobody can read. */
  static boolean isUnreadable(String name) {
    return name.startsWith("not a mail");
  }

  private NastyMails write() {
    add("not a mail: empty", new byte[0]);
    add("not a mail: random bytes", random());
    add("no message id", "From: Sam Reed <sam@%s.example>\nSubject: Website\n\n%s\n", unique, WISH);
    add("no sender", "Message-ID: <nosender@%s>\nSubject: Website\n\n%s\n", unique, WISH);
    add("two message ids, one broken", headers("Message-ID: broken id\n") + "\n" + WISH);
    add("answers itself", headers("In-Reply-To: <answers-itself@" + unique + ">\n") + "\n" + WISH);
    add(
        "a subject with hidden header lines",
        headers("")
                .replace(
                    "Subject: Website",
                    "Subject: " + word("Website\r\nBcc: victim@x.example\r\nX-Evil: 1"))
            + "\n"
            + WISH);
    add(
        "an encoded sender with header lines",
        headers("").replace("Sam Reed <", word("Sam\r\nBcc: victim@x.example") + " <")
            + "\n"
            + WISH);
    add(
        "a bare return in the subject",
        headers("").replace("Website", "Web\rBcc: victim@x.example\rsite") + "\n" + WISH);
    add("zero bytes", headers("X-Zero: \u0000\u0000\n") + "\n" + WISH + "\u0000\u0000end");
    add(
        "bytes of no declared charset",
        (headers("").replace("KEY", "undeclared") + "\nGr\u00fc\u00dfe, " + WISH)
            .getBytes(StandardCharsets.ISO_8859_1));
    add(
        "a charset that does not exist",
        headers("Content-Type: text/plain; charset=klingon-8\n") + "\n" + WISH);
    add(
        "broken base64",
        headers("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n")
            + "\n"
            + "SGVsbG8gd29y\u00e9@@@bGQ");
    add(
        "html only, with a script",
        headers("Content-Type: text/html\n")
            + "\n<html><script>alert(1)</script><p>"
            + WISH
            + "</p><img src=http://x.example/t.gif>");
    add(
        "a multipart that never ends",
        headers("Content-Type: multipart/mixed; boundary=b\n")
            + "\n--b\nContent-Type: text/plain\n\n"
            + WISH
            + "\n--b\n");
    add(
        "a multipart without its boundary",
        headers("Content-Type: multipart/mixed\n") + "\n--x\n\n" + WISH);
    add("one line of a megabyte", headers("") + "\n" + WISH + " x".repeat(500_000));
    add("2,000 header lines", headers("X-More: 1\n".repeat(2_000)) + "\n" + WISH);
    add(
        "300 nested multiparts",
        headers("Content-Type: multipart/mixed; boundary=b0\n") + "\n" + nested(300));
    add(
        "200 mails in mails",
        headers("Content-Type: message/rfc822\n")
            + "\n"
            + "Content-Type: message/rfc822\n\n".repeat(200)
            + WISH);
    add(
        "2,000 parts",
        headers("Content-Type: multipart/mixed; boundary=b\n")
            + "\n"
            + ("--b\n\n" + WISH + "\n").repeat(2_000)
            + "--b--\n");
    add(
        "10,000 recipients",
        headers(
                "Cc: "
                    + IntStream.range(0, 10_000)
                        .mapToObj(i -> "r" + i + "@many.example")
                        .collect(Collectors.joining(",\n "))
                    + "\n")
            + "\n"
            + WISH);
    add("a zip that unpacks to 64 MB", attachment("application/zip", zipBomb()));
    add("a gzip that unpacks to 64 MB", attachment("application/gzip", gzipBomb()));
    return this;
  }

  private void add(String name, String text, Object... values) {
    String mail = values.length == 0 ? text : text.formatted(values);
    add(
        name,
        mail.replace("KEY", name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
            .getBytes(StandardCharsets.UTF_8));
  }

  private void add(String name, byte[] mail) {
    mails.put(name, mail);
  }

  private String headers(String more) {
    return "From: Sam Reed <sam@%s.example>\nTo: mia@lind.example\nSubject: Website\n%sMessage-ID: <KEY@%s>\nDate: Sun, 22 Nov 2026 10:12:00 +0100\n"
        .formatted(unique, more, unique);
  }

  private String attachment(String type, byte[] content) {
    return headers("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n")
        + "\n--b\nContent-Type: text/plain\n\n"
        + WISH
        + "\n--b\nContent-Type: "
        + type
        + "\n"
        + "Content-Disposition: attachment; filename=\"../../bomb.bin\"\n"
        + "Content-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(content)
        + "\n--b--\n";
  }

  private static String nested(int depth) {
    var text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i, i + 1));
    }
    return text.append("--b%d\n\n%s\n--b%d--\n".formatted(depth, WISH, depth)).toString();
  }

  private static String word(String text) {
    return "=?utf-8?B?"
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "?=";
  }

  private byte[] random() {
    byte[] bytes = new byte[4_000];
    new java.util.Random(unique.hashCode()).nextBytes(bytes);
    return bytes;
  }

  private static byte[] zipBomb() {
    return packed(
        out -> {
          try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros.txt"));
            zeros(zip);
          }
        });
  }

  private static byte[] gzipBomb() {
    return packed(
        out -> {
          try (var gzip = new GZIPOutputStream(out)) {
            zeros(gzip);
          }
        });
  }

  private interface Packing {
    void into(OutputStream out) throws IOException;
  }

  private static byte[] packed(Packing packing) {
    var out = new ByteArrayOutputStream();
    try {
      packing.into(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void zeros(OutputStream out) throws IOException {
    byte[] chunk = new byte[1 << 16];
    Arrays.fill(chunk, (byte) 0);
    for (int written = 0; written < BOMB; written += chunk.length) {
      out.write(chunk);
    }
  }
}

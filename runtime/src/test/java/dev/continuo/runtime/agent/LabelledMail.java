package dev.continuo.runtime.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A raw mail of the test files and the kind that a person gave it. */
record LabelledMail(
    RequestKind kind,
    String name,
    String address,
    String subject,
    Instant date,
    String text,
    String raw) {

  IntakeInput input() {
    return new IntakeInput(
        name,
        address,
        null,
        subject,
        date,
        date,
        text,
        null,
        List.of(),
        List.of(),
        "d".repeat(64),
        "<m@test>");
  }

  static List<LabelledMail> read(String file) {
    try (InputStream in = LabelledMail.class.getResourceAsStream("/continuo/agent/" + file)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<LabelledMail> mails = new ArrayList<>();
      for (String block : all.split("(?m)^=== ")) {
        if (!block.isBlank()) {
          mails.add(of(block));
        }
      }
      return mails;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LabelledMail of(String block) {
    String label = block.lines().findFirst().orElseThrow();
    String raw = block.substring(block.indexOf('\n') + 1).stripTrailing() + "\n";
    String from = header(raw, "From");
    return new LabelledMail(
        RequestKind.of(label.strip()),
        from.substring(0, from.indexOf('<')).strip(),
        from.substring(from.indexOf('<') + 1, from.indexOf('>')),
        header(raw, "Subject"),
        DateTimeFormatter.RFC_1123_DATE_TIME.parse(header(raw, "Date"), Instant::from),
        raw.substring(raw.indexOf("\n\n") + 2),
        raw);
  }

  private static String header(String raw, String name) {
    return raw.lines()
        .filter(l -> l.startsWith(name + ": "))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 2);
  }
}

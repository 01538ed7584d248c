package dev.continuo.runtime.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parts what a writer wrote from what they quoted or forwarded. Lines that start with {@code >} are
 * quoted wherever they stand; from a forward's or Outlook's heading on everything is.
 *
 * @param own the writer's words
 * @param quoted the rest
 */
record OwnWords(String own, String quoted) {
  private static final Pattern HEADING =
      Pattern.compile(
          "\\s*(?:[-_]{2,}\\s*(?:original message|original appointment|forwarded message|forwarded by.*"
              + "|urspr[u\u00fc]ngliche nachricht|weitergeleitete nachricht|message d'origine"
              + "|message transf[e\u00e9]r[e\u00e9]|mensaje original|messaggio originale)\\s*[-_]*"
              + "|begin forwarded message:)\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "\\s*(?:on|am|le|el|il|op|den|em|w dniu)\\b.{4,300}?"
              + "(?:wrote|schrieb|a \u00e9crit|escribi\u00f3|ha scritto|schreef|skrev|escreveu|napisa\u0142)"
              + ".{0,80}:\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile(
          "\\s*[*]?(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum|de|envoy\u00e9|objet"
              + "|\u00e0|para|asunto|enviado)\\s*:[*]?\\s.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RULE = Pattern.compile("\\s*_{10,}\\s*");
  private static final int LONGEST_ATTRIBUTION_LINE = 200;

  static OwnWords of(String text) {
    List<String> lines = text.lines().toList();
    List<String> own = new ArrayList<>();
    List<String> quoted = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (startsRest(lines, i)) {
        quoted.addAll(lines.subList(i, lines.size()));
        break;
      }
      int attribution = attributionLength(lines, i);
      if (attribution > 0) {
        quoted.addAll(lines.subList(i, i + attribution));
        i += attribution - 1;
      } else if (isQuote(lines.get(i))) {
        quoted.add(lines.get(i));
      } else {
        own.add(lines.get(i));
      }
    }
    return new OwnWords(tidy(own), tidy(quoted));
  }

  private static boolean isQuote(String line) {
    return line.startsWith(">") || line.startsWith(" >");
  }

  private static boolean startsRest(List<String> lines, int at) {
    String line = lines.get(at);
    if (line.length() > LONGEST_ATTRIBUTION_LINE) {
      return false;
    }
    if (HEADING.matcher(line).matches()) {
      return true;
    }
    int first = RULE.matcher(line).matches() ? at + 1 : at;
    return fields(lines, first) >= 3;
  }

  /** How many of Outlook's heading fields stand together. */
  private static int fields(List<String> lines, int from) {
    int count = 0;
    while (from + count < lines.size()
        && count < 6
        && lines.get(from + count).length() < 1000
        && FIELD.matcher(lines.get(from + count)).matches()) {
      count++;
    }
    return count;
  }

  /** "On … wrote:" in one or two lines, with a quote or nothing more behind it; else 0. */
  private static int attributionLength(List<String> lines, int at) {
    StringBuilder joined = new StringBuilder();
    for (int n = 1; n <= 3 && at + n <= lines.size(); n++) {
      String line = lines.get(at + n - 1);
      if (line.isBlank() || line.length() > LONGEST_ATTRIBUTION_LINE || isQuote(line)) {
        return 0;
      }
      joined.append(line).append('\n');
      if (ATTRIBUTION.matcher(joined).matches()) {
        return quoteFollows(lines, at + n) ? n : 0;
      }
    }
    return 0;
  }

  private static boolean quoteFollows(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        return isQuote(lines.get(i));
      }
    }
    return true;
  }

  private static String tidy(List<String> lines) {
    return String.join("\n", lines).replaceAll("\\n{3,}", "\n\n").strip();
  }
}

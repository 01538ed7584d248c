package dev.continuo.runtime.recall;

import dev.continuo.ontology.recall.Recalled;
import dev.continuo.ontology.recall.RecalledItem;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The answer without a model: each fact as a sentence, its words in the source, and since when. */
final class FactsInWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final int LONGEST_QUOTE = 280;

  private FactsInWords() {}

  static String of(Recalled recalled) {
    var words = new StringBuilder();
    if (!recalled.note().isEmpty()) {
      words.append(recalled.note()).append("\n\n");
    }
    int number = 0;
    for (RecalledItem item : recalled.items()) {
      number++;
      var fact = item.fact();
      words.append("- ");
      words.append(
          fact == null ? "\u201c" + line(item.text()) + "\u201d" : "**" + line(item.text()) + "**");
      if (fact != null) {
        words.append(" since ").append(day(fact.validFrom(), recalled.question().zone()));
        if (!item.quote().isBlank()) {
          words.append("  \n  \u201c").append(line(item.quote())).append("\u201d");
        }
      }
      words.append(" *").append(line(item.source())).append(", ");
      words.append(day(item.occurredAt(), recalled.question().zone())).append("* [").append(number);
      words.append("]\n");
    }
    return words.toString().strip();
  }

  private static String day(java.time.Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  /** Text from outside stays text: no line breaks, no Markdown, no markup. */
  static String line(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    line = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "\u2026";
    return line.replaceAll("([\\\\`*_\\[\\]#|~!])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}

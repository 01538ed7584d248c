package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.connector.mail.angus.Letter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail intent's content, checked: one line each but the text, addresses that are addresses, ids
 * that are ids. What does not pass is never sent.
 *
 * @param to addresses
 * @param subject one line
 * @param text plain text
 * @param inReplyTo the answered message's id, or empty
 * @param references the thread's ids, oldest first
 * @param thread what replies are to be known by where it answers no known mail, or empty
 * @param answered what names the thread it belongs to, nearest first; also ids that are no
 *     Message-IDs, for mails that came without one
 */
record OutgoingMail(
    List<String> to,
    String subject,
    String text,
    String inReplyTo,
    List<String> references,
    String thread,
    List<String> answered) {
  private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cc}]{1,250}>");
  private static final int MOST_RECIPIENTS = 100;
  private static final int MOST_REFERENCES = 50;

  /** Thrown when an intent cannot become a mail; the message is a clause for people. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why);
    }
  }

  static OutgoingMail of(Map<String, Object> content) throws Malformed {
    List<String> to = texts(content.get("to")).stream().map(String::strip).toList();
    if (to.isEmpty() || to.size() > MOST_RECIPIENTS) {
      throw new Malformed("it has no recipient, or more than " + MOST_RECIPIENTS);
    }
    for (String address : to) {
      if (!Letter.isAddress(address)) {
        throw new Malformed("'%s' is not an address".formatted(oneLine(address, 100)));
      }
    }
    String text = Objects.toString(content.get("text"), "");
    if (text.isBlank()) {
      throw new Malformed("its text is empty");
    }
    List<String> answered = ids(texts(content.get("inReplyTo")));
    String inReplyTo = answered.isEmpty() ? "" : answered.getFirst();
    return new OutgoingMail(
        to,
        oneLine(Objects.toString(content.get("subject"), ""), 500),
        cleanText(text),
        inReplyTo,
        references(ids(texts(content.get("references"))), inReplyTo),
        oneLine(Objects.toString(content.get("threadKey"), ""), 300),
        answered(content));
  }

  /** One that answers nobody follows what we sent into its thread before. */
  OutgoingMail after(List<String> before) {
    return before.isEmpty() || !inReplyTo.isEmpty()
        ? this
        : new OutgoingMail(
            to, subject, text, before.getLast(), references(before, ""), thread, answered);
  }

  static String oneLine(String text, int max) {
    String line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    return line.substring(0, Math.min(line.length(), max));
  }

  private static List<String> answered(Map<String, Object> content) {
    List<String> names = new ArrayList<>(texts(content.get("threadKey")));
    names.addAll(texts(content.get("inReplyTo")));
    names.addAll(texts(content.get("references")).reversed());
    return names.stream().filter(name -> name.length() <= 300).distinct().toList();
  }

  private static List<String> references(List<String> given, String inReplyTo) {
    List<String> ids = new ArrayList<>(given);
    if (!inReplyTo.isEmpty()) {
      ids.remove(inReplyTo);
      ids.add(inReplyTo); // RFC 5322, 3.6.4: the answered message comes last
    }
    return List.copyOf(ids.subList(Math.max(0, ids.size() - MOST_REFERENCES), ids.size()));
  }

  private static List<String> ids(List<String> texts) {
    return texts.stream()
        .flatMap(text -> ID.matcher(text).results().map(MatchResult::group))
        .distinct()
        .toList();
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> many ->
          many.stream().filter(Objects::nonNull).map(Object::toString).toList();
      default -> value.toString().isBlank() ? List.of() : List.of(value.toString());
    };
  }

  private static String cleanText(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
        .replace("\n", "\r\n");
  }
}

package dev.continuo.runtime.document;

import dev.continuo.runtime.document.angus.MailHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Message ids out of header fields; what is too long or malformed is as if it were not there. */
final class MessageIds {
  private static final int MOST = 50;
  private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cc}]{1,250}>");
  private static final Pattern BARE = Pattern.compile("[^<>\\s\\p{Cc}]{1,250}");

  private MessageIds() {}

  static Optional<String> own(MailHeaders headers) {
    List<String> ids = all(headers, "Message-ID");
    if (!ids.isEmpty()) {
      return Optional.of(ids.getFirst());
    }
    return headers
        .raw("Message-ID")
        .map(String::strip)
        .filter(id -> BARE.matcher(id).matches())
        .map(id -> "<" + id + ">");
  }

  /** The last {@value #MOST} ids of a field, in order. */
  static List<String> all(MailHeaders headers, String field) {
    List<String> ids =
        ID.matcher(headers.raw(field).orElse("")).results().map(MatchResult::group).toList();
    return ids.size() <= MOST ? ids : ids.subList(ids.size() - MOST, ids.size());
  }
}

package dev.continuo.runtime.document.angus;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads an address field entry by entry: the library's parser takes quadratic time on hostile input
 * and gives the whole list up for one bad entry.
 */
final class AddressList {
  private static final int LONGEST_FIELD = 2 << 20;
  private static final int LONGEST_ENTRY = 1000;
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+'&/=?^`{|}~#!$*-]{1,64}@[\\p{L}\\p{N}.-]{1,250}");

  private AddressList() {}

  static List<MailHeaders.Mailbox> of(String field) {
    List<MailHeaders.Mailbox> found = new ArrayList<>();
    for (String entry : entries(field)) {
      found.addAll(mailboxes(entry));
    }
    return found;
  }

  /** Splits at commas and semicolons outside quotes. */
  private static List<String> entries(String field) {
    List<String> entries = new ArrayList<>();
    int end = Math.min(field.length(), LONGEST_FIELD);
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < end; i++) {
      char c = field.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == ';')) {
        entries.add(field.substring(start, i));
        start = i + 1;
      }
    }
    entries.add(field.substring(Math.min(start, end), end));
    return entries;
  }

  private static List<MailHeaders.Mailbox> mailboxes(String entry) {
    if (entry.isBlank()) {
      return List.of();
    }
    if (entry.length() > LONGEST_ENTRY) {
      return byPattern(entry);
    }
    try {
      List<MailHeaders.Mailbox> strict =
          Arrays.stream(InternetAddress.parseHeader(entry, false))
              .filter(a -> a.getAddress() != null)
              .map(AddressList::mailbox)
              .filter(m -> ADDRESS.matcher(m.address()).matches())
              .toList();
      return strict.isEmpty() ? byPattern(entry) : strict;
    } catch (AddressException | RuntimeException e) {
      return byPattern(entry);
    }
  }

  private static MailHeaders.Mailbox mailbox(InternetAddress address) {
    String name = address.getPersonal();
    return new MailHeaders.Mailbox(
        name == null ? "" : MailHeaders.decoded(name), address.getAddress().strip());
  }

  private static List<MailHeaders.Mailbox> byPattern(String entry) {
    return ADDRESS
        .matcher(entry)
        .results()
        .map(MatchResult::group)
        .map(address -> new MailHeaders.Mailbox("", address))
        .toList();
  }
}

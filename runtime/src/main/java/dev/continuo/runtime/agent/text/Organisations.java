package dev.continuo.runtime.agent.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the organisation somebody writes for: a legal form or the sender's domain in the signature,
 * "from X" in the body, else the domain itself. People at free-mail providers have no domain.
 */
final class Organisations {

  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail",
          "googlemail",
          "yahoo",
          "ymail",
          "hotmail",
          "outlook",
          "live",
          "msn",
          "icloud",
          "me",
          "mac",
          "aol",
          "gmx",
          "web",
          "t-online",
          "freenet",
          "mail",
          "proton",
          "protonmail",
          "pm",
          "tutanota",
          "tuta",
          "fastmail",
          "hey",
          "zoho",
          "yandex",
          "orange",
          "wanadoo",
          "laposte",
          "free",
          "libero",
          "virgilio",
          "seznam",
          "wp",
          "o2",
          "onet",
          "qq",
          "163",
          "comcast",
          "verizon",
          "btinternet",
          "online",
          "posteo",
          "mailbox");
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "((?:[\\p{Lu}\\d][\\p{L}\\d&.'’-]*|&|and|of|und)(?:[ ](?:[\\p{Lu}\\d][\\p{L}\\d&.'’-]*|&|and|of|und)){0,5}[ ,]{1,2}"
              + "(?:GmbH(?: & Co\\. KG)?|mbH|AG|UG|KG|Ltd\\.?|Limited|LLC|LLP|Inc\\.?|Corp\\.?|PLC|plc|AS|ASA|AB|A/S|ApS"
              + "|Oy|BV|B\\.V\\.|NV|SARL|SAS|S\\.A\\.|SA|S\\.L\\.|SL|S\\.r\\.l\\.|SRL|SpA|S\\.p\\.A\\.|s\\.r\\.o\\.|Pty Ltd|Co\\.|e\\.V\\.))"
              + "(?![\\p{L}\\d])");
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?:\\b(?:I am|I'm|I’m|we are|We are|We're|my name is|My name is|This is|this is|writing|Greetings|here)\\b[^.!?\\n]{0,60}?)"
              + "\\b(?:from|at|of|with|for|behalf of)\\s+(?:the\\s+)?"
              + "((?:\\p{Lu}[\\p{L}\\d&'’-]*)(?:[ ](?:\\p{Lu}[\\p{L}\\d&'’-]*|&|and|of)){0,3})");
  private static final Pattern WORDS_AT_END = Pattern.compile("(?:[ ](?:and|of|&))+$");

  private Organisations() {}

  static @Nullable FoundOrganisation in(Letter letter, String senderEmail) {
    String domain = domain(senderEmail);
    Span named = legalForm(letter, letter.signatureStart());
    if (named == null && domain != null) {
      named = likeDomain(letter, label(domain));
    }
    if (named == null) {
      named = introduced(letter);
    }
    if (named != null) {
      return new FoundOrganisation(named.quote().replaceAll("\\s+", " "), domain, named);
    }
    return domain == null ? null : new FoundOrganisation(title(label(domain)), domain, null);
  }

  /** The domain of the address unless it is a free-mail provider's. */
  static @Nullable String domain(String email) {
    int at = email.lastIndexOf('@');
    if (at < 0 || at == email.length() - 1) {
      return null;
    }
    String domain = email.substring(at + 1).toLowerCase(Locale.ROOT).strip();
    return !domain.contains(".") || FREE_MAIL.contains(label(domain)) ? null : domain;
  }

  private static @Nullable Span legalForm(Letter letter, int from) {
    Matcher m = LEGAL_FORM.matcher(letter.own());
    return m.find(Math.min(from, letter.own().length()))
        ? Span.of(letter.text(), m.start(1), m.end(1))
        : null;
  }

  /** Capitalised words of the signature, or else of the whole mail, that spell the domain. */
  private static @Nullable Span likeDomain(Letter letter, String label) {
    String wanted = label.replaceAll("[^\\p{L}\\d]", "");
    if (wanted.length() < 3) {
      return null;
    }
    Pattern spelled =
        Pattern.compile(
            "(?i)(?<![\\p{L}\\d@.])"
                + String.join(
                    "[ &'’-]{0,3}", Arrays.stream(wanted.split("")).map(Pattern::quote).toList())
                + "(?![\\p{L}\\d]|\\.[a-z])(?:[ ]\\p{Lu}[\\p{L}&]+){0,2}");
    for (int from : new int[] {letter.signatureStart(), 0}) {
      Matcher m = spelled.matcher(letter.own());
      if (m.find(Math.min(from, letter.own().length()))
          && Character.isUpperCase(letter.own().charAt(m.start()))) {
        return Span.of(letter.text(), m.start(), m.end());
      }
    }
    return null;
  }

  private static @Nullable Span introduced(Letter letter) {
    Matcher m = INTRODUCTION.matcher(letter.body());
    if (!m.find()) {
      return null;
    }
    String name = WORDS_AT_END.matcher(m.group(1)).replaceAll("");
    return Span.of(letter.text(), m.start(1), m.start(1) + name.length());
  }

  private static String label(String domain) {
    String[] parts = domain.split("\\.");
    int last = parts.length - 1;
    boolean twoPartEnding =
        parts.length > 2
            && parts[last].length() == 2
            && Set.of("co", "com", "org", "net", "ac", "gov").contains(parts[last - 1]);
    return parts[Math.max(0, last - (twoPartEnding ? 2 : 1))];
  }

  private static String title(String label) {
    StringBuilder title = new StringBuilder();
    for (String word : label.split("-")) {
      if (!word.isEmpty()) {
        title.append(title.isEmpty() ? "" : " ");
        title.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return title.toString();
  }
}

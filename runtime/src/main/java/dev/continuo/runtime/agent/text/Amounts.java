package dev.continuo.runtime.agent.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds amounts of money: "€1.200,00", "8-10 k EUR", "USD 5,000", "between 4 and 6 thousand
 * pounds".
 *
 * <p>A lone group of three digits after a point or comma is read as thousands (1.200 and 1,200),
 * two digits as cents. "kr" is the krone of the sender's country. A number without a currency
 * counts only with a k behind it or a word about money close before it.
 */
final class Amounts {

  private static final String SIGN =
      "(?:€|\\$|£|₹|¥|us\\$|a\\$|c\\$|eur(?:os?)?|usd|gbp|nok|sek|dkk|chf|pln|cad|aud|czk|jpy|inr|dollars?|pounds?"
          + "|francs?|kroner|kronor|kr\\.?|zł|fr\\.)";
  private static final String FIGURE =
      "(?:\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)(?!\\d)";
  private static final String SCALE = "(?:\\s?(k|thousand|grand|tsd|m|mio|million)\\b)?";
  private static final String TO = "\\s*(?:-|–|—|to|and|or)\\s*";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\p{L}\\d.,#/-])(?:("
              + SIGN
              + ")\\s?)?("
              + FIGURE
              + ")"
              + SCALE
              + "(?:"
              + TO
              + "(?:"
              + SIGN
              + "\\s?)?("
              + FIGURE
              + ")"
              + SCALE
              + ")?(?:\\s?("
              + SIGN
              + ")(?![\\p{L}\\d]))?",
          Pattern.UNICODE_CASE);
  private static final Pattern ABOUT_MONEY =
      Pattern.compile(
          "\\b(?:budget|price|cost|costs|fee|spend|pay|paid|invest|amount|worth|total|offer|quote|rate)\\b[^.!?\\n]{0,40}$");

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("$", "USD"),
          Map.entry("us$", "USD"),
          Map.entry("dollar", "USD"),
          Map.entry("dollars", "USD"),
          Map.entry("a$", "AUD"),
          Map.entry("c$", "CAD"),
          Map.entry("£", "GBP"),
          Map.entry("pound", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("¥", "JPY"),
          Map.entry("franc", "CHF"),
          Map.entry("francs", "CHF"),
          Map.entry("fr.", "CHF"),
          Map.entry("kronor", "SEK"),
          Map.entry("zł", "PLN"));

  private Amounts() {}

  static List<FoundMoney> in(String text, @Nullable String senderDomain) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<FoundMoney> found = new ArrayList<>();
    Matcher m = AMOUNT.matcher(lower.length() == text.length() ? lower : text);
    for (int from = 0; m.find(from); ) {
      boolean range = m.group(4) != null && isRange(m, lower);
      boolean signBefore = m.group(1) != null;
      if (m.group(4) != null && !range && !signBefore) {
        // "3 and 500 euros": the first figure is no money, so read on at the second
        from = m.start(4);
        continue;
      }
      int end = m.group(4) == null || range ? m.end() : endOfFirst(m);
      FoundMoney money = read(text.substring(m.start(), end), lower, m, range, end, senderDomain);
      if (money != null) {
        found.add(money);
      }
      from = end;
    }
    return found;
  }

  private static boolean isRange(Matcher m, String lower) {
    boolean joined = m.group(0).matches("(?s).*\\d\\s*(?:k|thousand)?\\s*(?:and|or)\\s.*");
    boolean between =
        lower.substring(Math.max(0, m.start() - 16), m.start()).matches("(?s).*\\bbetween\\s+$");
    return (!joined || between) && lowerEnd(m).compareTo(upperEnd(m)) <= 0;
  }

  private static int endOfFirst(Matcher m) {
    return m.group(3) == null ? m.end(2) : m.end(3);
  }

  /** "8-10 k" means thousands at both ends. */
  private static BigDecimal lowerEnd(Matcher m) {
    return value(m.group(2), m.group(3) == null ? m.group(5) : m.group(3));
  }

  private static BigDecimal upperEnd(Matcher m) {
    return value(m.group(4), m.group(5) == null ? m.group(3) : m.group(5));
  }

  private static @Nullable FoundMoney read(
      String quote, String lower, Matcher m, boolean range, int end, @Nullable String domain) {
    String sign = m.group(1) != null || (m.group(4) != null && !range) ? m.group(1) : m.group(6);
    boolean scaled = m.group(3) != null || (range && m.group(5) != null);
    if (sign == null && !(scaled && aboutMoney(lower, m.start()))) {
      return null;
    }
    BigDecimal from = range ? lowerEnd(m) : value(m.group(2), m.group(3));
    BigDecimal to = range ? upperEnd(m) : from;
    return new FoundMoney(
        sign == null ? null : code(sign, domain), from, to, quote, m.start(), end);
  }

  private static boolean aboutMoney(String lower, int at) {
    return ABOUT_MONEY.matcher(lower.substring(Math.max(0, at - 80), at)).find();
  }

  private static @Nullable String code(String sign, @Nullable String domain) {
    if (sign.startsWith("kr")) {
      return krone(domain);
    }
    return CODES.getOrDefault(sign, sign.length() == 3 ? sign.toUpperCase(Locale.ROOT) : null);
  }

  private static @Nullable String krone(@Nullable String domain) {
    if (domain == null) {
      return null;
    }
    return switch (domain.substring(domain.lastIndexOf('.') + 1)) {
      case "no" -> "NOK";
      case "se" -> "SEK";
      case "dk" -> "DKK";
      default -> null;
    };
  }

  private static BigDecimal value(String figure, @Nullable String scale) {
    String digits = figure.replaceAll("['’\\u00a0\\u202f ]", "");
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    boolean thousands = last >= 0 && digits.length() - last - 1 == 3;
    String whole = last < 0 || thousands ? digits : digits.substring(0, last);
    String cents = last < 0 || thousands ? "" : digits.substring(last + 1);
    BigDecimal value =
        new BigDecimal(whole.replaceAll("[.,]", "") + (cents.isEmpty() ? "" : "." + cents));
    return value.multiply(factor(scale)).stripTrailingZeros().setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal factor(@Nullable String scale) {
    return switch (scale) {
      case "k", "thousand", "grand", "tsd" -> BigDecimal.valueOf(1_000);
      case "m", "mio", "million" -> BigDecimal.valueOf(1_000_000);
      case null, default -> BigDecimal.ONE;
    };
  }
}

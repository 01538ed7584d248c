package dev.continuo.runtime.agent.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds phone numbers: 8 to 15 digits that begin with +, 00, 0 or a bracket, that follow a word
 * like "phone", or that are grouped the North American way. Dates, IBANs and invoice numbers are
 * none.
 */
final class Phones {

  private static final Pattern RUN =
      Pattern.compile(
          "(?<![\\p{L}\\d.,/#-])(?:\\+|00|\\()?\\d(?:[ \\u00a0().\\-/]{0,3}\\d){6,16}(?![\\d\\p{L}])");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:\\b(?:tel|phone|telephone|mobile|mob|cell|call|call me on|call me at|whatsapp|direct|office|number is)"
              + "|(?<![\\p{L}])[tmp])[ .:]*(?:me |us )?(?:on |at )?$");
  private static final Pattern AMERICAN = Pattern.compile("\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}");
  private static final Pattern DATE =
      Pattern.compile("(?:\\d{4}-\\d\\d-\\d\\d|\\d\\d[./]\\d\\d[./]\\d{4}).*");
  private static final Pattern OTHER_NUMBER =
      Pattern.compile(
          "(?i)(?:iban|vat|invoice|order|ticket|case|ref(?:erence)?|no|nr|number|id|account|acct)[ .:#]*(?:is )?$");

  private Phones() {}

  static List<FoundPhone> in(String text) {
    List<FoundPhone> found = new ArrayList<>();
    Matcher m = RUN.matcher(text);
    while (m.find()) {
      String quote = m.group();
      String digits = quote.replaceAll("\\D", "");
      String before = text.substring(Math.max(0, m.start() - 24), m.start());
      if (digits.length() >= 8 && digits.length() <= 15 && isPhone(quote, before)) {
        found.add(new FoundPhone(normalised(quote), quote, m.start(), m.end()));
      }
    }
    return found;
  }

  private static boolean isPhone(String quote, String before) {
    boolean labelled = LABEL.matcher(before).find();
    if (DATE.matcher(quote).matches() || (!labelled && OTHER_NUMBER.matcher(before).find())) {
      return false;
    }
    return labelled
        || quote.startsWith("+")
        || quote.startsWith("0")
        || AMERICAN.matcher(quote).matches();
  }

  private static String normalised(String quote) {
    boolean country = quote.startsWith("+") || quote.startsWith("00");
    String digits = quote.replace("(0)", "").replaceAll("\\D", "");
    return country ? "+" + (quote.startsWith("00") ? digits.substring(2) : digits) : digits;
  }
}

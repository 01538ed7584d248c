package dev.continuo.runtime.agent.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a mail's plain text. What was quoted from an earlier mail is blanked out character
 * by character, so that every offset counts in the original text.
 *
 * @param text the original
 * @param own the same length, without quoted lines
 * @param signatureStart where the sign-off or signature begins, or the length of the text
 */
record Letter(String text, String own, int signatureStart) {

  private static final Pattern HISTORY =
      Pattern.compile(
          "(?m)^[ \\t]*(?:On [^\\n]{4,120}(?:\\n[^\\n]{1,80})?wrote:|-{2,} ?(?:Original|Forwarded) Message ?-{2,}"
              + "|_{20,})[ \\t\\r]*$");
  private static final Pattern QUOTED = Pattern.compile("(?m)^[ \\t]*>[^\\n]*$");
  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "(?mi)^[ \\t]*(?:--[ \\t]*$|—[ \\t]*$|(?:(?:with )?(?:many |my )?(?:kind|best|warm|warmest|kindest)(?:est)?"
              + " (?:regards|wishes)|regards|sincerely|yours (?:sincerely|faithfully|truly)|cheers"
              + "|best|all the best|many thanks|thanks|thank you|thanks in advance|with thanks|greetings"
              + "|thanks and regards|talk soon|speak soon|mit freundlichen grüßen|viele grüße)"
              + "[ \\t]*[,.!]?[ \\t]*$)");
  private static final Pattern GREETING =
      Pattern.compile(
          "(?i)^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern)"
              + "\\b[^\\n.!?]{0,40}[,.!:\\n]");

  static Letter of(String text) {
    StringBuilder own = new StringBuilder(text);
    Matcher history = HISTORY.matcher(text);
    if (history.find() && history.start() > 0) {
      blank(own, history.start(), text.length());
    }
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      blank(own, quoted.start(), quoted.end());
    }
    return new Letter(text, own.toString(), signatureStart(own));
  }

  /** What the sender says: the own text without the sign-off. */
  String body() {
    return own.substring(0, signatureStart);
  }

  String signature() {
    return own.substring(signatureStart);
  }

  /** Sentences of the body in order, without the greeting. */
  List<Span> sentences() {
    List<Span> sentences = new ArrayList<>();
    String body = body();
    int from = afterGreeting(body);
    for (int[] paragraph : paragraphs(body, from)) {
      split(paragraph[0], paragraph[1], sentences);
    }
    return sentences;
  }

  private void split(int start, int end, List<Span> sentences) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(own.substring(start, end).replace('\n', ' '));
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      Span sentence = trimmed(start + from, start + to);
      if (sentence.quote().length() > 2) {
        sentences.add(sentence);
      }
    }
  }

  private Span trimmed(int start, int end) {
    while (start < end && Character.isWhitespace(own.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(own.charAt(end - 1))) {
      end--;
    }
    return Span.of(text, start, end);
  }

  /** Blank lines and list items end a paragraph; a wrapped line does not. */
  private static List<int[]> paragraphs(String body, int from) {
    List<int[]> paragraphs = new ArrayList<>();
    Matcher gap = Pattern.compile("\\n[ \\t\\r]*\\n|\\n(?=[ \\t]*[-*•][ \\t])").matcher(body);
    int start = from;
    while (gap.find()) {
      if (gap.start() > start) {
        paragraphs.add(new int[] {start, gap.start()});
      }
      start = Math.max(start, gap.end());
    }
    if (start < body.length()) {
      paragraphs.add(new int[] {start, body.length()});
    }
    return paragraphs;
  }

  private static int afterGreeting(String body) {
    int start = 0;
    while (start < body.length() && Character.isWhitespace(body.charAt(start))) {
      start++;
    }
    Matcher greeting = GREETING.matcher(body.substring(start));
    return greeting.lookingAt() ? start + greeting.end() : start;
  }

  /** The last sign-off that still leaves words before it: "Thanks!" may also open a mail. */
  private static int signatureStart(CharSequence own) {
    Matcher signOff = SIGN_OFF.matcher(own);
    while (signOff.find()) {
      if (own.subSequence(0, signOff.start()).toString().strip().length() > 20) {
        return signOff.start();
      }
    }
    return own.length();
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }
}

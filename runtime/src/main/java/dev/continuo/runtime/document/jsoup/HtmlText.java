package dev.continuo.runtime.document.jsoup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of an HTML mail as a reader sees it.
 *
 * @param text lines; quoted blocks have {@code > } before each line
 * @param hiddenDropped whether text was left out that a reader would not have seen
 */
public record HtmlText(String text, boolean hiddenDropped) {
  private static final Set<String> SILENT =
      Set.of("script", "style", "head", "title", "noscript", "template", "object", "svg", "math");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "br",
          "tr",
          "table",
          "ul",
          "ol",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "hr",
          "section",
          "article",
          "header",
          "footer",
          "address",
          "dl",
          "dt",
          "dd",
          "center");
  private static final Pattern HIDDEN =
      Pattern.compile(
          "display:none|visibility:hidden|font-size:0(?![.\\d]*[1-9])|opacity:0(?![.\\d]*[1-9])|mso-hide:all");

  /** Converts HTML; anything is accepted, nothing is fetched. */
  public static HtmlText of(String html) {
    Document document = Jsoup.parse(html);
    Extraction extraction = new Extraction();
    document.filter(extraction);
    return new HtmlText(extraction.text(), extraction.hidden);
  }

  private static final class Extraction implements NodeFilter {
    private final StringBuilder out = new StringBuilder();
    private boolean hidden;
    private int quotes;
    private int verbatim;
    private boolean lineStart = true;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        append(verbatim > 0 ? text.getWholeText() : text.text());
      } else if (node instanceof Element element) {
        return open(element);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        String tag = element.normalName();
        if (tag.equals("pre")) {
          verbatim--;
        }
        if (isQuote(element)) {
          newLine();
          quotes--;
        } else if (BLOCKS.contains(tag) && !tag.equals("br")) {
          newLine();
          if (tag.equals("p")) {
            blankLine();
          }
        } else if (tag.equals("td") || tag.equals("th")) {
          append(" ");
        }
      }
      return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
      String tag = element.normalName();
      if (SILENT.contains(tag)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (isHidden(element)) {
        hidden |= element.hasText();
        return FilterResult.SKIP_ENTIRELY;
      }
      if (tag.equals("br")) {
        out.append('\n');
        lineStart = true;
      } else if (BLOCKS.contains(tag)) {
        newLine();
      }
      if (isQuote(element)) {
        quotes++;
      }
      if (tag.equals("pre")) {
        verbatim++;
      }
      if (tag.equals("li")) {
        append("- ");
      }
      return FilterResult.CONTINUE;
    }

    private static boolean isQuote(Element element) {
      return element.normalName().equals("blockquote");
    }

    private static boolean isHidden(Element element) {
      String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
      return element.hasAttr("hidden") || (!style.isEmpty() && HIDDEN.matcher(style).find());
    }

    private void append(String words) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (c == '\n') {
          out.append('\n');
          lineStart = true;
        } else if (lineStart) {
          if (!Character.isWhitespace(c) && c != '\u00a0' || verbatim > 0) {
            out.append("> ".repeat(Math.min(quotes, 10))).append(c);
            lineStart = false;
          }
        } else {
          out.append(c == '\u00a0' ? ' ' : c);
        }
      }
    }

    private void newLine() {
      if (!lineStart) {
        out.append('\n');
        lineStart = true;
      }
    }

    private void blankLine() {
      if (out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
        out.append('\n');
      }
    }

    String text() {
      StringBuilder lines = new StringBuilder(out.length());
      out.toString().lines().forEach(line -> lines.append(line.stripTrailing()).append('\n'));
      return lines.toString().replaceAll("\\n{3,}", "\n\n").strip();
    }
  }
}

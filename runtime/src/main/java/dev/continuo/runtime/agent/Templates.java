package dev.continuo.runtime.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts with gaps: shipped ones, and the operator's own in the data folder's {@code templates/},
 * which stand in for those of the same name.
 *
 * <p>The first line is the subject. A gap is written <code>{{name}}</code>; a paragraph with a gap
 * that stays empty is left out. What fills a gap is never read as a template itself.
 */
public final class Templates {
  private static final Pattern GAP = Pattern.compile("\\{\\{\\s*([A-Za-z]+)\\s*}}");
  private static final String SUBJECT = "Subject:";
  private static final int LONGEST_SUBJECT = 300;

  private final Path own;

  /** The shipped templates, and those in the data folder. */
  public Templates(Path dataFolder) {
    this.own = dataFolder.resolve("templates");
  }

  /**
   * A filled template.
   *
   * @param problems what is wrong with the template itself, one sentence each
   */
  public record Filled(String subject, String text, List<String> problems) {}

  /**
   * Fills the first template of these names that there is.
   *
   * @param values empty ones empty their paragraphs
   */
  public Filled fill(List<String> names, Map<String, String> values) {
    for (String name : names) {
      String template = text(name);
      if (template != null) {
        return fill(name, template, values);
      }
    }
    throw new IllegalStateException("There is no template of the names " + names);
  }

  private static Filled fill(String name, String template, Map<String, String> values) {
    List<String> problems = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>();
    String subject = "";
    String body = template.replace("\r\n", "\n").strip();
    if (body.startsWith(SUBJECT)) {
      int end = body.indexOf('\n');
      String line = end < 0 ? body : body.substring(0, end);
      subject = filled(name, line.substring(SUBJECT.length()), values, problems);
      body = end < 0 ? "" : body.substring(end).strip();
    }
    for (String paragraph : body.split("\\n\\s*\\n")) {
      if (!hasEmptyGap(paragraph, values)) {
        paragraphs.add(filled(name, paragraph, values, problems).strip());
      }
    }
    return new Filled(
        oneLine(subject), String.join("\n\n", paragraphs) + "\n", List.copyOf(problems));
  }

  private static String oneLine(String subject) {
    String line = subject.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.length() <= LONGEST_SUBJECT
        ? line
        : line.substring(0, LONGEST_SUBJECT - 1).strip() + "…";
  }

  private static boolean hasEmptyGap(String paragraph, Map<String, String> values) {
    return GAP.matcher(paragraph)
        .results()
        .map(gap -> values.get(gap.group(1)))
        .anyMatch(value -> value != null && value.isBlank());
  }

  private static String filled(
      String name, String text, Map<String, String> values, List<String> problems) {
    return GAP.matcher(text)
        .replaceAll(
            gap -> {
              String value = values.get(gap.group(1));
              if (value == null) {
                problems.add(
                    "The template “"
                        + name
                        + "” has the gap "
                        + gap.group()
                        + ", which nothing fills.");
              }
              return Matcher.quoteReplacement(value == null ? gap.group() : value);
            });
  }

  private @Nullable String text(String name) {
    Path file = own.resolve(name + ".txt");
    try (InputStream shipped =
        Templates.class.getResourceAsStream("/continuo/agent/templates/" + name + ".txt")) {
      if (Files.isRegularFile(file)) {
        return Files.readString(file);
      }
      return shipped == null ? null : new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The template " + name + " could not be read", e);
    }
  }
}

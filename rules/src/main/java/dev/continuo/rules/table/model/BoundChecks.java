package dev.continuo.rules.table.model;

import dev.continuo.rules.document.Elements;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Proves that every expression finishes in time proportional to its inputs, or says why it cannot.
 *
 * <p>Conservative on purpose: only comparisons, arithmetic, {@code if}, lists, contexts and calls
 * of built-in functions known to be linear pass. Everything else is "not proven", which is not the
 * same as wrong.
 */
final class BoundChecks {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_READ = 20_000;
  private static final int DEEPEST_READ = 50;
  private static final int DEEPEST = 20;

  private static final Pattern LOOP = Pattern.compile("\\b(for|some|every|function)\\b");
  private static final Pattern CALL =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*(?: +[\\p{L}_][\\p{L}\\p{N}_]*)*)\\s*\\(");
  private static final Pattern HUGE = Pattern.compile("\\d{40,}|\\d[eE][+-]?\\d");

  /** Words that may stand before a bracket without being called, or before a call. */
  private static final Set<String> KEYWORDS =
      Set.of("if", "then", "else", "and", "or", "in", "between", "return", "instance", "of");

  /** Built-in functions whose cost is at most linear in what they are given. */
  private static final Set<String> LINEAR =
      Set.of(
          "not",
          "date",
          "time",
          "date and time",
          "duration",
          "years and months duration",
          "string",
          "number",
          "list contains",
          "count",
          "min",
          "max",
          "sum",
          "mean",
          "all",
          "any",
          "contains",
          "starts with",
          "ends with",
          "substring",
          "substring before",
          "substring after",
          "upper case",
          "lower case",
          "string length",
          "abs",
          "modulo",
          "odd",
          "even",
          "is",
          "before",
          "after",
          "meets",
          "met by",
          "overlaps",
          "includes",
          "during",
          "starts",
          "started by",
          "finishes",
          "finished by",
          "coincides",
          "now",
          "today",
          "day of week",
          "day of year",
          "week of year",
          "month of year",
          "get value",
          "get entries",
          "append",
          "concatenate",
          "reverse",
          "index of",
          "sublist",
          "is defined");

  private static final List<String> UNPROVEN_ELEMENTS =
      List.of(
          "businessKnowledgeModel",
          "functionDefinition",
          "invocation",
          "decisionService",
          "for",
          "some",
          "every",
          "filter",
          "import");

  private BoundChecks() {}

  static List<Finding> findings(Element root, DmnModel model) {
    var findings = new ArrayList<Finding>();
    for (var kind : UNPROVEN_ELEMENTS) {
      for (var element : Elements.all(root, kind)) {
        findings.add(unproven(Places.of(element, model), "It uses a " + words(kind) + "."));
      }
    }
    for (var text : Elements.all(root, "text")) {
      var feel = text.getTextContent();
      if (isUnreadable(feel)) {
        findings.add(
            Finding.error(
                DmnReader.TOO_LARGE,
                Places.of(text, model),
                "The expression is too long or nests too deeply to be read.",
                "At most %,d characters and %d levels of brackets are read."
                    .formatted(LONGEST_READ, DEEPEST_READ),
                "Split it into columns or into decisions that need each other."));
      } else if (!isPlain(feel)) {
        doubt(feel).ifPresent(why -> findings.add(unproven(Places.of(text, model), why)));
      }
    }
    return findings;
  }

  /** Literals and simple comparisons, which most cells are: decided without looking closer. */
  private static boolean isPlain(String feel) {
    return feel.length() < 40 && (FeelText.isNumber(feel.strip()) || FeelText.isString(feel));
  }

  /** What must not even be parsed: the cost of reading it has no bound. */
  private static boolean isUnreadable(String feel) {
    return feel.length() > LONGEST_READ || FeelText.depth(FeelText.code(feel)) > DEEPEST_READ;
  }

  private static Optional<String> doubt(String feel) {
    if (feel.length() > LONGEST) {
      return Optional.of("The expression is longer than %,d characters.".formatted(LONGEST));
    }
    var code = FeelText.code(feel);
    if (FeelText.depth(code) > DEEPEST) {
      return Optional.of("Brackets nest deeper than %d.".formatted(DEEPEST));
    }
    if (code.contains("**")) {
      return Optional.of("A power (**) can grow without bound.");
    }
    if (HUGE.matcher(code).find()) {
      return Optional.of("It contains a number too large to compute with.");
    }
    var loop = LOOP.matcher(code);
    if (loop.find()) {
      return Optional.of("It repeats or defines something (%s).".formatted(loop.group(1)));
    }
    return unknownCall(code);
  }

  private static Optional<String> unknownCall(String code) {
    var calls = CALL.matcher(code);
    while (calls.find()) {
      var name = withoutKeywords(calls.group(1).replaceAll(" +", " "));
      if (!name.isEmpty() && !LINEAR.contains(name)) {
        return Optional.of("It calls %s(…), whose cost has no known bound.".formatted(name));
      }
    }
    return Optional.empty();
  }

  private static String withoutKeywords(String words) {
    var rest = words;
    while (!LINEAR.contains(rest)) {
      int space = rest.indexOf(' ');
      var first = space < 0 ? rest : rest.substring(0, space);
      if (!KEYWORDS.contains(first)) {
        return afterLastKeyword(rest);
      }
      if (space < 0) {
        return "";
      }
      rest = rest.substring(space + 1);
    }
    return rest;
  }

  /**
   * {@code amount and sum} is a name, a keyword and a call: the call is what follows the keyword.
   */
  private static String afterLastKeyword(String words) {
    var parts = words.split(" ");
    for (int i = parts.length - 1; i >= 0; i--) {
      if (KEYWORDS.contains(parts[i])) {
        return String.join(" ", List.of(parts).subList(i + 1, parts.length));
      }
    }
    return words;
  }

  private static String words(String element) {
    return element.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }

  private static Finding unproven(Place where, String why) {
    return Finding.warning(
        "not-bounded",
        where,
        "This cannot be proven to finish in time.",
        why,
        "Use comparisons, lists of values and simple functions only.");
  }
}

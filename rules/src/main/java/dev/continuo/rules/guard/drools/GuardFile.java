package dev.continuo.rules.guard.drools;

import dev.continuo.rules.guard.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One shipped guard: {@code continuo/guards/<id>.drl} with what it needs said in its first lines,
 * and {@code <id>.md} with its help. Numbers of the owner take the place of {@code @{name}} in the
 * rule; nothing else of it can change.
 */
record GuardFile(Guard guard, String rule) {
  private static final Pattern LINE = Pattern.compile("(?m)^// (\\w+): (.*)$");
  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+) = (\\d+) \\((\\d+)\\.\\.(\\d+)\\) (.+)");

  static GuardFile read(String id) {
    var rule = text(id + ".drl");
    var said = new LinkedHashMap<String, String>();
    var parameters = new ArrayList<Guard.Parameter>();
    var line = LINE.matcher(rule);
    while (line.find()) {
      if (line.group(1).equals("parameter")) {
        parameters.add(parameter(id, line.group(2)));
      } else {
        said.put(line.group(1), line.group(2).strip());
      }
    }
    return new GuardFile(
        new Guard(
            id,
            need(said, "title", id),
            List.of(need(said, "listens", id).split("\\s*,\\s*")),
            parameters,
            need(said, "says", id),
            need(said, "advice", id),
            text(id + ".md")),
        rule);
  }

  /** All parameters with the owner's values in place of the standard ones. */
  Map<String, Long> values(Map<String, Long> chosen) {
    var values = new LinkedHashMap<String, Long>();
    guard.parameters().forEach(one -> values.put(one.name(), one.standard()));
    chosen.forEach(
        (name, value) -> {
          var parameter =
              guard
                  .parameter(name)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "\"%s\" has no number \"%s\".".formatted(guard.title(), name)));
          if (!parameter.allows(value)) {
            throw new IllegalArgumentException(
                "\"%s\" of \"%s\" is a number from %d to %d, not %d."
                    .formatted(
                        parameter.label(),
                        guard.title(),
                        parameter.least(),
                        parameter.most(),
                        value));
          }
          values.put(name, value);
        });
    return values;
  }

  String rule(Map<String, Long> values) {
    var text = rule;
    for (var value : values.entrySet()) {
      text = text.replace("@{" + value.getKey() + "}", Long.toString(value.getValue()));
    }
    return text;
  }

  private static Guard.Parameter parameter(String id, String words) {
    var parts = PARAMETER.matcher(words);
    if (!parts.matches()) {
      throw new IllegalStateException(
          "The guard %s has an unreadable number: %s".formatted(id, words));
    }
    return new Guard.Parameter(
        parts.group(1),
        Long.parseLong(parts.group(2)),
        Long.parseLong(parts.group(3)),
        Long.parseLong(parts.group(4)),
        parts.group(5).strip());
  }

  private static String need(Map<String, String> said, String what, String id) {
    var words = said.get(what);
    if (words == null) {
      throw new IllegalStateException("The guard %s does not say its %s.".formatted(id, what));
    }
    return words;
  }

  private static String text(String file) {
    try (var stream = GuardFile.class.getResourceAsStream("/continuo/guards/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("The guard's file %s is missing.".formatted(file));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

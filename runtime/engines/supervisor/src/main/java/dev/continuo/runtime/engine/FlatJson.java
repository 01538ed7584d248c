package dev.continuo.runtime.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Flat JSON objects of strings and whole numbers, which is all that a status file holds. It exists
 * so that the command line starts in a third of a second, without a library on its class path.
 */
final class FlatJson {

  private static final Pattern FIELD =
      Pattern.compile(
          "\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+)|null)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

  private FlatJson() {}

  static String write(Map<String, ? extends @Nullable Object> fields) {
    return fields.entrySet().stream()
        .map(field -> quote(field.getKey()) + ":" + value(field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Map<String, Object> read(String json) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(json);
    while (field.find()) {
      String key = unescape(field.group(1));
      if (field.group(2) != null) {
        fields.put(key, unescape(field.group(2)));
      } else if (field.group(3) != null) {
        fields.put(key, Long.valueOf(field.group(3)));
      }
    }
    return fields;
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Number number -> number.toString();
      default -> quote(value.toString());
    };
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (c < ' ') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              String escaped = match.group(1);
              String plain =
                  switch (escaped.charAt(0)) {
                    case 'n' -> "\n";
                    case 'u' -> String.valueOf((char) Integer.parseInt(escaped.substring(1), 16));
                    default -> escaped;
                  };
              return Matcher.quoteReplacement(plain);
            });
  }
}

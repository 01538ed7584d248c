package dev.continuo.exporter;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one flat JSON object. The broker's own JSON of a record repeats all its variables. */
final class JsonText {
  private final StringBuilder text = new StringBuilder(160).append('{');

  /** Adds a text; nothing for an absent or empty one. */
  JsonText with(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      name(name);
      quote(value);
    }
    return this;
  }

  /** Adds a whole number. */
  JsonText with(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  /** Adds what is JSON already. */
  JsonText withJson(String name, String json) {
    name(name);
    text.append(json);
    return this;
  }

  /** Adds an object of texts; nothing for an empty one. */
  JsonText with(String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      JsonText inner = new JsonText();
      values.forEach(inner::with);
      withJson(name, inner.end());
    }
    return this;
  }

  byte[] bytes() {
    return end().getBytes(StandardCharsets.UTF_8);
  }

  private String end() {
    return text.append('}').toString();
  }

  private void name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(name);
    text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c)) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}

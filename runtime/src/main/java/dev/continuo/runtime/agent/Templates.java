package dev.continuo.runtime.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of answers. The owner's file of the same name in the data folder's {@code templates}
 * goes before the shipped one. {@code {{name}}} is replaced by a value; a line whose only values
 * are empty is left out; values are text and are never read as a template.
 */
final class Templates {
  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");
  private final Path own;

  Templates(Path dataFolder) {
    this.own = dataFolder.resolve("templates");
  }

  String fill(String name, Map<String, String> values) {
    var filled = new StringBuilder();
    for (String line : text(name).split("\n", -1)) {
      Matcher hole = HOLE.matcher(line);
      boolean holes = false;
      boolean anything = false;
      var out = new StringBuilder();
      while (hole.find()) {
        holes = true;
        String value = values.getOrDefault(hole.group(1), "");
        anything |= !value.isBlank();
        hole.appendReplacement(out, Matcher.quoteReplacement(value));
      }
      hole.appendTail(out);
      if (!holes || anything) {
        filled.append(out).append('\n');
      }
    }
    return filled.toString().replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  boolean exists(String name) {
    return Files.isRegularFile(own.resolve(name + ".txt"))
        || Templates.class.getResource(shipped(name)) != null;
  }

  private String text(String name) {
    try {
      Path file = own.resolve(name + ".txt");
      if (Files.isRegularFile(file)) {
        return Files.readString(file);
      }
      try (InputStream in = Templates.class.getResourceAsStream(shipped(name))) {
        if (in == null) {
          throw new IllegalStateException("There is no template '" + name + "'");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The template '" + name + "' could not be read", e);
    }
  }

  private static String shipped(String name) {
    return "/continuo/agent/templates/" + name + ".txt";
  }
}

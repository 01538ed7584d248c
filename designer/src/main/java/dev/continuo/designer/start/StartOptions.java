package dev.continuo.designer.start;

import dev.continuo.runtime.engine.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said on the command line.
 *
 * @param port the port to listen on, or null for 8080 or the next free one
 * @param data the data folder
 * @param rest everything else; {@code --name=value} becomes a property
 */
record StartOptions(@Nullable Integer port, Path data, List<String> rest) {
  /** Thrown for an option that cannot be read; the message is what the person sees. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String words) {
      super(words);
    }
  }

  static StartOptions read(List<String> arguments) {
    Integer port = null;
    Path data = DataFolder.usual();
    List<String> rest = new ArrayList<>();
    for (Iterator<String> words = spread(arguments).iterator(); words.hasNext(); ) {
      String word = words.next();
      switch (word) {
        case "--port" -> port = port(value(word, words));
        case "--data" -> data = Path.of(value(word, words));
        default -> rest.add(known(word));
      }
    }
    return new StartOptions(port, data, List.copyOf(rest));
  }

  private static List<String> spread(List<String> arguments) {
    return arguments.stream()
        .flatMap(
            word ->
                word.startsWith("--port=") || word.startsWith("--data=")
                    ? List.of(word.substring(0, 6), word.substring(7)).stream()
                    : List.of(word).stream())
        .toList();
  }

  private static String value(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new Unreadable(option + " needs a value, as in " + option + "=VALUE.");
    }
    return words.next();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw new Unreadable("--port takes a number from 1 to 65535, not '" + text + "'.");
  }

  private static String known(String word) {
    if (word.matches("--[a-z][A-Za-z0-9.\\-\\[\\]]*\\.[^=]*=.*")) {
      return word;
    }
    throw new Unreadable(
        "'"
            + word
            + "' is not an option. There are --port N, --data DIR and --property.name=value.");
  }
}

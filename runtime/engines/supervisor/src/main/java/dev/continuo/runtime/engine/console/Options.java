package dev.continuo.runtime.engine.console;

import dev.continuo.runtime.engine.DataFolder;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What was said on the command line. */
record Options(String command, Path data, boolean json, String name) {

  /** Told to the person as it is. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String words) {
      super(words);
    }
  }

  static Options read(List<String> words) {
    String command = "";
    Path data = DataFolder.usual();
    boolean json = false;
    String name = "Command line";
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      switch (option) {
        case "--json" -> json = true;
        case "--data" -> data = Path.of(value(word, rest));
        case "--name" -> name = value(word, rest);
        default -> command = command(command, word);
      }
    }
    return new Options(command, data, json, name);
  }

  private static String command(String before, String word) {
    if (before.isEmpty() && !word.startsWith("-")) {
      return word;
    }
    if (before.equals("token") && word.equals("create")) {
      return before;
    }
    throw new Unreadable(
        "'" + word + "' is not understood here. Options: --data DIR, --json, --name NAME.");
  }

  private static String value(String word, Iterator<String> rest) {
    int equals = word.indexOf('=');
    if (equals >= 0) {
      return word.substring(equals + 1);
    }
    if (!rest.hasNext()) {
      throw new Unreadable(word + " needs a value, as in " + word + "=VALUE.");
    }
    return rest.next();
  }
}

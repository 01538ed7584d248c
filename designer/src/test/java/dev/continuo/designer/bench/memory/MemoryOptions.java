package dev.continuo.designer.bench.memory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure.
 *
 * @param folders of the open sets, by option without the dashes
 * @param episodes how many the store is to hold
 * @param only parts to run; all where empty
 */
record MemoryOptions(
    Path root, String commit, Map<String, Path> folders, int episodes, Set<String> only) {
  static final Set<String> SETS = Set.of("musique", "qmsum", "hotpot", "locomo", "asof");
  static final Set<String> PARTS = Set.of("sets", "asof", "episodes", "kills");
  static final String USAGE =
      "Options: --musique DIR, --qmsum DIR, --hotpot DIR, --locomo DIR, --asof FILE, --episodes N,"
          + " --only sets|asof|episodes|kills. Folders may also lie under CONTINUO_BENCH_DATA.";

  /** Told to the person as it is. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String words) {
      super(words + "\n" + USAGE);
    }
  }

  static MemoryOptions read(List<String> words) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < words.size(); i += 2) {
      String option = words.get(i).replaceFirst("^--", "");
      boolean known = SETS.contains(option) || Set.of("episodes", "only").contains(option);
      if (!words.get(i).startsWith("--") || !known) {
        throw new Unreadable("'" + words.get(i) + "' is not an option.");
      }
      if (i + 1 == words.size()) {
        throw new Unreadable(words.get(i) + " needs a value.");
      }
      values.put(option, words.get(i + 1));
    }
    var folders = new HashMap<String, Path>();
    for (String set : SETS) {
      found(set, values.get(set)).ifPresent(path -> folders.put(set, path));
    }
    String only = values.getOrDefault("only", "");
    if (!only.isEmpty() && !PARTS.contains(only)) {
      throw new Unreadable("There is no part '" + only + "'.");
    }
    return new MemoryOptions(
        Path.of(System.getProperty("continuo.root", ".")).toAbsolutePath().normalize(),
        System.getProperty("continuo.commit", "unknown"),
        folders,
        number(values.getOrDefault("episodes", "10000")),
        only.isEmpty() ? PARTS : Set.of(only));
  }

  boolean wants(String part) {
    return only.contains(part);
  }

  private static Optional<Path> found(String set, String given) {
    if (given != null) {
      var path = Path.of(given);
      if (!Files.exists(path)) {
        throw new Unreadable("--" + set + ": there is no " + path + ".");
      }
      return Optional.of(path);
    }
    String data = System.getenv("CONTINUO_BENCH_DATA");
    if (data == null) {
      return Optional.empty();
    }
    return List.of(set, set + "-100", set + ".jsonl").stream()
        .map(Path.of(data)::resolve)
        .filter(Files::exists)
        .findFirst();
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw new Unreadable("--episodes takes a number above 0, not '" + text + "'.");
  }
}

package dev.continuo.designer.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How long to measure.
 *
 * @param root the checkout
 * @param commit what is measured
 * @param warmUp before the first round, on each side
 * @param round one round on one side
 * @param rounds how many rounds
 * @param quick figures are not to be quoted
 * @param parts which parts to run; all where empty
 */
record BenchOptions(
    Path root,
    String commit,
    Duration warmUp,
    Duration round,
    int rounds,
    boolean quick,
    Set<String> parts) {
  static final Set<String> PARTS = Set.of("start", "one-step", "lead-intake");

  static final String USAGE =
      "Options: --seconds N (a round), --warmup N (each side), --rounds N, --quick, --only start|one-step|lead-intake.";

  /** Told to the person as it is. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String words) {
      super(words + "\n" + USAGE);
    }
  }

  static BenchOptions read(List<String> words) {
    return read(words, PARTS, 60);
  }

  /** The same options for a bench with other parts. */
  static BenchOptions read(List<String> words, Set<String> parts, int usualWarmUp) {
    boolean quick = words.contains("--quick");
    int seconds = number(words, "--seconds", quick ? 3 : 10);
    int warmUp = number(words, "--warmup", quick ? 5 : usualWarmUp);
    int rounds = number(words, "--rounds", quick ? 2 : 5);
    String only = value(words, "--only", "");
    if (!only.isEmpty() && !parts.contains(only)) {
      throw new Unreadable("There is no part '" + only + "'.");
    }
    for (String word : words) {
      if (word.startsWith("--")
          && !Set.of("--quick", "--seconds", "--warmup", "--rounds", "--only", "--tck")
              .contains(word)) {
        throw new Unreadable("'" + word + "' is not an option.");
      }
    }
    return new BenchOptions(
        Path.of(System.getProperty("continuo.root", ".")).toAbsolutePath().normalize(),
        System.getProperty("continuo.commit", "unknown"),
        Duration.ofSeconds(warmUp),
        Duration.ofSeconds(seconds),
        rounds,
        quick || rounds < 5 || warmUp < Math.min(30, usualWarmUp),
        only.isEmpty() ? parts : Set.of(only));
  }

  boolean wants(String part) {
    return parts.contains(part);
  }

  private static int number(List<String> words, String option, int usual) {
    String text = value(words, option, Integer.toString(usual));
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw new Unreadable(option + " takes a number above 0, not '" + text + "'.");
  }

  private static String value(List<String> words, String option, String usual) {
    int at = words.indexOf(option);
    if (at < 0) {
      return usual;
    }
    if (at + 1 == words.size()) {
      throw new Unreadable(option + " needs a value.");
    }
    return words.get(at + 1);
  }
}

package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds a quoted sentence in its source; white space does not count. */
final class Quotes {

  private Quotes() {}

  /** The evidence with its real place; a blank quote is left to the shapes to refuse. */
  static Optional<Evidence> find(Episode episode, Evidence evidence) {
    var quote = evidence.quote().strip();
    if (quote.isEmpty() || isAt(episode.text(), evidence)) {
      return Optional.of(evidence);
    }
    var place = pattern(quote).matcher(episode.text());
    if (place.find()) {
      return Optional.of(new Evidence(quote, place.start(), place.end()));
    }
    return pattern(quote).matcher(episode.title()).find()
        ? Optional.of(Evidence.of(quote))
        : Optional.empty();
  }

  private static boolean isAt(String text, Evidence evidence) {
    return evidence.start() >= 0
        && evidence.start() < evidence.end()
        && evidence.end() <= text.length()
        && text.substring(evidence.start(), evidence.end()).equals(evidence.quote());
  }

  private static Pattern pattern(String quote) {
    return Pattern.compile(
        Arrays.stream(quote.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
  }
}

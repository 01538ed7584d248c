package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of an as-of stream, in the order in which things were recorded and asked. */
sealed interface AsOfLine {

  record Event(
      String id,
      Instant recorded,
      Instant validFrom,
      String entity,
      String predicate,
      String value,
      String text)
      implements AsOfLine {}

  /**
   * @param at null for a current question at the end of what was recorded
   * @param gold the value, or null where nothing is known
   * @param noisy whether it was put in other words or under another name
   */
  record Asked(Mode mode, Instant at, String text, String gold, boolean noisy)
      implements AsOfLine {}

  static List<AsOfLine> read(Path file) {
    var json = JsonMapper.builder().build();
    try (var lines = Files.lines(file)) {
      return lines.filter(l -> !l.isBlank()).map(json::readTree).map(AsOfLine::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AsOfLine line(JsonNode n) {
    return switch (n.path("t").asString()) {
      case "event" ->
          new Event(
              n.path("id").asString(),
              time(n.path("recorded")),
              time(n.path("validFrom")),
              n.path("entity").asString(),
              n.path("predicate").asString(),
              n.path("value").asString(),
              n.path("text").asString(""));
      case "question" ->
          new Asked(
              switch (n.path("mode").asString("current")) {
                case "valid" -> Mode.VALID_AT;
                case "believed" -> Mode.BELIEVED_AT;
                default -> Mode.CURRENT;
              },
              time(n.path("at")),
              n.path("text").asString(),
              n.path("gold").isNull() || n.path("gold").isMissingNode()
                  ? null
                  : n.path("gold").asString(),
              n.path("noise").asBoolean(n.path("noisy").asBoolean(false)));
      default -> throw new IllegalArgumentException("'" + n.path("t") + "' is no kind of line.");
    };
  }

  private static Instant time(JsonNode text) {
    if (!text.isString() || text.asString().isBlank()) {
      return null;
    }
    String said = text.asString();
    if (said.length() == 10) {
      return LocalDate.parse(said).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    return said.endsWith("Z") || said.matches(".*[+-]\\d{2}:\\d{2}$")
        ? java.time.OffsetDateTime.parse(said).toInstant()
        : java.time.LocalDateTime.parse(said).toInstant(ZoneOffset.UTC);
  }
}

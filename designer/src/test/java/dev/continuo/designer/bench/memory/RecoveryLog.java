package dev.continuo.designer.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What Neo4j's own log says of a start: until it speaks, has recovered, and listens. */
final class RecoveryLog {
  private static final Pattern TIME =
      Pattern.compile("\"time\":\"(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3})");

  private final Path file;

  RecoveryLog(Path data) {
    this.file = data.resolve("logs").resolve("neo4j").resolve("debug.log");
  }

  /** Seconds after the kill, by what happened then. */
  Map<String, Double> since(Instant killed) throws IOException {
    var marks = new LinkedHashMap<String, Double>();
    for (var line : Files.readAllLines(file)) {
      var time = TIME.matcher(line);
      if (!time.find()) {
        continue;
      }
      var at = Instant.parse(time.group(1).replace(' ', 'T') + "Z");
      if (at.isAfter(killed)) {
        mark(line, Duration.between(killed, at).toMillis() / 1e3, marks);
      }
    }
    return marks;
  }

  private static void mark(String line, double seconds, Map<String, Double> marks) {
    marks.putIfAbsent("the process speaks", seconds);
    if (line.contains("Recovery required")) {
      marks.putIfAbsent("recovery begins", seconds);
    } else if (line.contains("Recovery in '")) {
      marks.put("recovered", seconds);
    } else if (line.contains("Bolt server started")) {
      marks.put("listens", seconds);
    }
  }
}

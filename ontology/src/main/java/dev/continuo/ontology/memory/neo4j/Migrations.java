package dev.continuo.ontology.memory.neo4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Brings the store's constraints and indexes up to date: numbered files, each carried out once.
 * Every statement may run twice, so two applications that start together do no harm.
 */
final class Migrations {

  private static final List<String> FILES =
      List.of(
          "V1__facts.cypher",
          "V2__people_decide.cypher",
          "V3__confirmed_to.cypher",
          "V4__long_lists.cypher",
          "V5__unread.cypher");

  private Migrations() {}

  static void bringUpToDate(Driver driver) {
    try (var session = driver.session()) {
      long version = version(session);
      for (int next = (int) version; next < FILES.size(); next++) {
        statements(FILES.get(next)).forEach(statement -> session.run(statement).consume());
        session
            .run(
                "MERGE (s:Schema {name: 'memory'}) SET s.version = $version, s.at = datetime()",
                Map.of("version", next + 1))
            .consume();
      }
      session.run("CALL db.awaitIndexes(120)").consume();
    }
  }

  private static long version(Session session) {
    var found = session.run("MATCH (s:Schema {name: 'memory'}) RETURN s.version AS version").list();
    return found.isEmpty() ? 0 : found.getFirst().get("version").asLong();
  }

  private static List<String> statements(String file) {
    try (InputStream stream =
        Migrations.class.getResourceAsStream("/dev/continuo/ontology/memory/" + file)) {
      if (stream == null) {
        throw new IllegalStateException(
            file + " is not on the class path: build the module again.");
      }
      var text =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("//"))
              .collect(Collectors.joining("\n"));
      return Arrays.stream(text.split(";\n"))
          .map(statement -> statement.replaceAll(";\\s*$", "").strip())
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

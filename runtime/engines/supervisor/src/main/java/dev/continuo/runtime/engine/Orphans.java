package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.OsProcess;
import dev.continuo.runtime.engine.neo4j.Neo4jChild;
import dev.continuo.runtime.engine.postgres.PostgresChild;
import dev.continuo.runtime.engine.zeebe.ZeebeChild;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Engine processes on one data folder, found from outside: those of a running app, or the orphans
 * of a killed one.
 */
final class Orphans {

  private Orphans() {}

  /**
   * The one that the status file names, and those that carry the engine's marker on their command
   * line although the status file was lost.
   */
  static List<OsProcess> of(Path dataRoot, EngineName name) {
    Map<Long, OsProcess> found = new LinkedHashMap<>();
    StatusFile.of(dataRoot, name.id())
        .read()
        .flatMap(ProcessStatus::living)
        .ifPresent(process -> found.put(process.pid(), process));
    OsProcess.withArgument(marker(dataRoot, name))
        .forEach(process -> found.putIfAbsent(process.pid(), process));
    return List.copyOf(found.values());
  }

  private static String marker(Path dataRoot, EngineName name) {
    Path home = dataRoot.resolve(name.id());
    return switch (name) {
      case POSTGRES -> PostgresChild.marker(home);
      case NEO4J -> Neo4jChild.marker(home);
      case ZEEBE -> ZeebeChild.marker(home);
    };
  }
}

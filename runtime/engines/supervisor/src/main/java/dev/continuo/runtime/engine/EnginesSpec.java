package dev.continuo.runtime.engine;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start, and from where. Begin with {@link #managed(DataFolder)} or {@link
 * #none(DataFolder)} and change what differs.
 *
 * @param places the engines wanted; one that is missing here is not started and has no address
 * @param zeebeHome folder with the Zeebe distribution ({@code lib/}, {@code config/}), or null to
 *     look for it
 * @param neo4jHome folder with the Neo4j distribution ({@code lib/}), or null to look for it
 * @param exporting whether Zeebe writes its records to PostgreSQL; off for a bare engine in
 *     benchmarks
 */
public record EnginesSpec(
    DataFolder data,
    Map<EngineName, EnginePlace> places,
    @Nullable Path zeebeHome,
    @Nullable Path neo4jHome,
    boolean exporting,
    EngineListener listener) {

  public EnginesSpec {
    places = Map.copyOf(places);
    for (Map.Entry<EngineName, EnginePlace> entry : places.entrySet()) {
      boolean fits =
          switch (entry.getValue()) {
            case EnginePlace.Managed _ -> true;
            case EnginePlace.ExternalPostgres _ -> entry.getKey() == EngineName.POSTGRES;
            case EnginePlace.ExternalZeebe _ -> entry.getKey() == EngineName.ZEEBE;
            case EnginePlace.ExternalNeo4j _ -> entry.getKey() == EngineName.NEO4J;
          };
      if (!fits) {
        throw new IllegalArgumentException(entry.getValue() + " is no place for " + entry.getKey());
      }
    }
  }

  /** All three as child processes, on free ports. */
  public static EnginesSpec managed(DataFolder data) {
    EnginesSpec spec = none(data);
    for (EngineName engine : EngineName.values()) {
      spec = spec.with(engine, new EnginePlace.Managed(0));
    }
    return spec;
  }

  /** No engine yet. */
  public static EnginesSpec none(DataFolder data) {
    return new EnginesSpec(data, Map.of(), null, null, true, _ -> {});
  }

  public EnginesSpec with(EngineName engine, EnginePlace place) {
    Map<EngineName, EnginePlace> changed = new EnumMap<>(EngineName.class);
    changed.putAll(places);
    changed.put(engine, place);
    return new EnginesSpec(data, changed, zeebeHome, neo4jHome, exporting, listener);
  }

  public EnginesSpec withZeebeHome(Path home) {
    return new EnginesSpec(data, places, home, neo4jHome, exporting, listener);
  }

  public EnginesSpec withNeo4jHome(Path home) {
    return new EnginesSpec(data, places, zeebeHome, home, exporting, listener);
  }

  public EnginesSpec withoutExporter() {
    return new EnginesSpec(data, places, zeebeHome, neo4jHome, false, listener);
  }

  public EnginesSpec withListener(EngineListener heard) {
    return new EnginesSpec(data, places, zeebeHome, neo4jHome, exporting, heard);
  }
}

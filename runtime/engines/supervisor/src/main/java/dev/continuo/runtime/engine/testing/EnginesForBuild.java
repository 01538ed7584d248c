package dev.continuo.runtime.engine.testing;

import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.EnginePlace;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.ProcessStatus;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One set of engines for a whole build. Arguments: the data folder, the properties file to write
 * once all answer, and optionally the engines wanted ({@code postgres neo4j zeebe}; all without).
 * The file holds the {@code continuo.test.*} system properties that {@link TestEngines} reads. It
 * ends, and the engines with it, when its standard input closes or on SIGTERM.
 */
public final class EnginesForBuild {

  private EnginesForBuild() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("Arguments: DATA_FOLDER PROPERTIES_FILE [ENGINE...]");
    }
    Path file = Path.of(arguments[1]);
    Files.deleteIfExists(file);
    DataFolder data = TestFolders.open(Path.of(arguments[0]));
    Engines engines = Engines.start(spec(data, List.of(arguments).subList(2, arguments.length)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(engines, data), "end-engines"));
    engines.awaitReady();
    write(file, TestProperties.of(engines.addresses(), data.secret("postgres-admin")));
    while (System.in.read() >= 0) {
      // Whatever is written to us means nothing; the end of it means the end of the build.
    }
    System.exit(0);
  }

  private static EnginesSpec spec(DataFolder data, List<String> names) {
    EnginesSpec spec = EnginesSpec.none(data).withListener(EnginesForBuild::tell);
    List<EngineName> wanted =
        Stream.of(EngineName.values())
            .filter(name -> names.isEmpty() || names.contains(name.id()))
            .toList();
    for (EngineName name : wanted) {
      spec = spec.with(name, new EnginePlace.Managed(0));
    }
    return wanted.contains(EngineName.POSTGRES) ? spec : spec.withoutExporter();
  }

  private static void tell(ProcessStatus status) {
    System.out.println(
        status.name()
            + " "
            + status.version()
            + ": "
            + status.state().word()
            + (status.why().isEmpty() ? "" : ", " + status.why()));
  }

  /** Complete from the moment it exists, because the build waits for it to exist. */
  private static void write(Path file, Properties properties) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Writer out = Files.newBufferedWriter(part)) {
      properties.store(out, "Engines of this build");
    }
    Files.move(part, file);
  }

  private static void end(Engines engines, DataFolder data) {
    engines.close();
    data.close();
  }
}

package dev.continuo.runtime.engine.testing;

import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.ProcessStatus;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engines of one test program: a data folder of its own, which is thrown away together with
 * them at the end.
 */
final class OwnEngines {

  private @Nullable Engines engines;

  /**
   * Starts the engine, and PostgreSQL with Zeebe because the exporter writes to it; returns when it
   * answers.
   */
  synchronized EngineAddresses start(EngineName name) {
    Engines all = engines();
    if (name == EngineName.ZEEBE) {
      all.start(EngineName.POSTGRES);
    }
    all.start(name);
    all.awaitReady(name);
    return all.addresses();
  }

  private Engines engines() {
    Engines known = engines;
    if (known == null) {
      Path folder = Path.of("target", "engines-data", Long.toString(ProcessHandle.current().pid()));
      DataFolder data = TestFolders.open(folder);
      System.setProperty(TestProperties.ADMIN_PASSWORD, data.secret("postgres-admin"));
      Engines planned = Engines.planned(EnginesSpec.managed(data));
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> end(planned, data), "end-test-engines"));
      engines = planned;
      known = planned;
    }
    return known;
  }

  /**
   * The databases are thrown away, so that no engine needs its orderly end of many seconds; the
   * logs stay.
   */
  private static void end(Engines engines, DataFolder data) {
    List<ProcessStatus> statuses = engines.statuses();
    engines.abandon();
    for (ProcessStatus status : statuses) {
      if (status.pid() > 0) {
        ProcessHandle.of(status.pid()).ifPresent(TestFolders::kill);
      }
    }
    for (String thrownAway : List.of("postgres", "neo4j", "zeebe")) {
      TestFolders.delete(data.root().resolve(thrownAway));
    }
  }
}

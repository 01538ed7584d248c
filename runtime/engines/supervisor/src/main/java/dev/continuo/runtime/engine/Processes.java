package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.OsProcess;
import dev.continuo.runtime.engine.postgres.PostgresChild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The four processes of one data folder (the application and its engines) seen from another
 * process. Takes no lock: it works beside a running application and after one that was killed.
 */
public final class Processes {

  private static final String APP = "app";
  private static final Duration APP_LIMIT = Duration.ofSeconds(120);

  private final Path dataRoot;

  private Processes(Path dataRoot) {
    this.dataRoot = dataRoot;
  }

  public static Processes of(Path dataFolder) {
    return new Processes(dataFolder.toAbsolutePath().normalize());
  }

  /**
   * Where each stands: app, postgres, zeebe, neo4j. What its file calls running but is gone is
   * stopped.
   */
  public List<ProcessStatus> statuses() {
    return Stream.of(APP, EngineName.POSTGRES.id(), EngineName.ZEEBE.id(), EngineName.NEO4J.id())
        .map(this::status)
        .toList();
  }

  private ProcessStatus status(String name) {
    ProcessStatus said =
        StatusFile.of(dataRoot, name).read().orElse(ProcessStatus.stopped(name, ""));
    boolean gone = said.living().isEmpty();
    boolean failed = said.state() == ProcessState.FAILED && appRuns();
    boolean betweenStarts = said.state() == ProcessState.STARTING && said.pid() == 0 && appRuns();
    return gone && !failed && !betweenStarts ? ProcessStatus.stopped(name, said.version()) : said;
  }

  /**
   * Resident memory in MiB, PostgreSQL's with all its server processes; 0 for what does not run.
   */
  public static long rssMiB(ProcessStatus status) {
    boolean family = status.name().equals(EngineName.POSTGRES.id());
    return status
        .living()
        .map(family ? OsProcess::rssMiBWithChildren : OsProcess::rssMiB)
        .orElse(0L);
  }

  /** Whether the application itself lives. */
  public boolean appRuns() {
    return app().living().isPresent();
  }

  private ProcessStatus app() {
    return StatusFile.of(dataRoot, APP).read().orElse(ProcessStatus.stopped(APP, ""));
  }

  /**
   * Process ids of this engine on this data folder while no application lives that could supervise
   * it.
   */
  public List<Long> orphans(EngineName name) {
    return appRuns() ? List.of() : Orphans.of(dataRoot, name).stream().map(OsProcess::pid).toList();
  }

  /**
   * Asks the application to end, which ends the engines; ends what is left afterwards. Every wait
   * is bounded.
   *
   * @param tell hears what happens, a sentence each
   * @return whether all are gone
   */
  public boolean stop(Consumer<String> tell) {
    boolean gone = app().living().map(running -> stopApp(running, tell)).orElse(true);
    for (EngineName name : List.of(EngineName.ZEEBE, EngineName.NEO4J, EngineName.POSTGRES)) {
      for (OsProcess orphan : Orphans.of(dataRoot, name)) {
        tell.accept("Stopping " + name.title() + ", process " + orphan.pid() + ".");
        String signal = name == EngineName.POSTGRES ? PostgresChild.STOP_SIGNAL : "TERM";
        gone &= orphan.stop(signal, Duration.ofSeconds(45));
      }
    }
    return gone;
  }

  private static boolean stopApp(OsProcess running, Consumer<String> tell) {
    tell.accept("Stopping Continuo, process " + running.pid() + ", and its engines.");
    return running.stop("TERM", APP_LIMIT);
  }
}

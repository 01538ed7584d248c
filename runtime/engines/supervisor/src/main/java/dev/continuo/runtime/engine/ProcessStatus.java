package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.OsProcess;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one process stands, as it is kept in {@code run/<name>.json}.
 *
 * @param name app, postgres, neo4j or zeebe
 * @param pid process id, or 0 when there is no process of ours (stopped, or a server given by its
 *     address)
 * @param started when the process itself began; together with the pid it names one process for good
 * @param port the port that clients use, or 0
 * @param fingerprint digest of the command it was started with, empty where that does not matter
 * @param why a sentence on a state that is not {@code running}, empty otherwise
 */
public record ProcessStatus(
    String name,
    ProcessState state,
    long pid,
    @Nullable Instant started,
    String version,
    int port,
    String fingerprint,
    String why) {

  /** The status of the process that is asking: running, with its own pid. */
  public static ProcessStatus ofThisProcess(
      String name, ProcessState state, String version, int port) {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessStatus(
        name, state, self.pid(), self.info().startInstant().orElse(null), version, port, "", "");
  }

  /** The status of something that does not run. */
  public static ProcessStatus stopped(String name, String version) {
    return new ProcessStatus(name, ProcessState.STOPPED, 0, null, version, 0, "", "");
  }

  /** The process that this names, if it still lives. */
  Optional<OsProcess> living() {
    Instant began = started;
    if (pid <= 0 || began == null) {
      return Optional.empty();
    }
    OsProcess process = new OsProcess(pid, began);
    return process.alive() ? Optional.of(process) : Optional.empty();
  }
}

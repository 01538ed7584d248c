package dev.continuo.runtime.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the supervisor must know of one kind of engine. One object serves all starts of that engine
 * on one data folder.
 */
sealed interface Engine permits PostgresEngine, Neo4jEngine, ZeebeEngine {

  EngineName name();

  String version();

  /** The port that clients use. */
  int port();

  /**
   * One argument of the command line that no other process on this machine carries: orphans are
   * found by it.
   */
  String marker();

  /**
   * Brings the files into the state in which the command can be run. Called before each start;
   * repeating it is harmless.
   */
  void prepare() throws IOException, InterruptedException;

  Command command();

  /**
   * Makes one real request as a client would.
   *
   * @throws IOException with the reason as one sentence while the engine does not answer as it
   *     should
   */
  void probe() throws IOException;

  /** How long a start may take, recovery after a crash included. */
  Duration startLimit();

  /** How long an orderly end may take before the process is killed. */
  Duration stopLimit();

  /** The signal for an orderly end. */
  default String stopSignal() {
    return "TERM";
  }

  /** What is run, where, with which additions to the environment. */
  record Command(List<String> words, Map<String, String> environment, Path folder) {}
}

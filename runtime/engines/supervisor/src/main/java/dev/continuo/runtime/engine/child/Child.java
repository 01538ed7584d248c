package dev.continuo.runtime.engine.child;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the supervisor must know of one kind of child process. One object serves all starts of it on
 * one data folder.
 */
public interface Child {

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
   *
   * @throws ChildMissing when something is not there that only a person can bring
   */
  void prepare() throws IOException, InterruptedException;

  Command command();

  /**
   * Makes one real request as a client would.
   *
   * @throws IOException with the reason as one sentence while it does not answer as it should
   */
  void probe() throws IOException;

  /** How long a start may take, recovery after a crash included. */
  default Duration startLimit() {
    return Duration.ofMinutes(5);
  }

  /** How long an orderly end may take before the process is killed. */
  Duration stopLimit();

  /** The signal for an orderly end. */
  String stopSignal();

  /** What is run, where, with which additions to the environment. */
  record Command(List<String> words, Map<String, String> environment, Path folder) {}

  /**
   * A secret as text for those who log in, and as a file for programs that must not have it on
   * their command line.
   */
  record Secret(String text, Path file) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Secret[" + file + "]";
    }
  }
}

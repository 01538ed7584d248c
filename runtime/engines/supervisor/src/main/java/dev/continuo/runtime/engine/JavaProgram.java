package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.ChildMissing;
import dev.continuo.runtime.engine.child.JavaEngine;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Java program that the build laid out beside the application, with a class path of its own.
 *
 * @param libraries its class path, as the launcher's wildcard
 */
public record JavaProgram(String version, String mainClass, String libraries) {

  /**
   * Looks at the system property {@code continuo.home.engines.<name>}, else into the checkout
   * around the working folder. Empty when it was not built.
   */
  public static Optional<JavaProgram> find(String name) {
    try {
      JavaEngine found = JavaEngine.find(name, null);
      return Optional.of(new JavaProgram(found.version(), found.mainClass(), found.libraries()));
    } catch (ChildMissing notBuilt) {
      return Optional.empty();
    }
  }

  /** The Java that runs this program. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

package dev.continuo.runtime.engine.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the checkout that a test runs in: by {@code continuo.root}, or by walking up from the
 * working folder.
 */
final class SourceTree {

  private SourceTree() {}

  static Path root() {
    String given = System.getProperty("continuo.root", "");
    if (!given.isEmpty()) {
      return Path.of(given).toAbsolutePath();
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("runtime/engines/supervisor/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "No checkout of Continuo above "
            + Path.of("").toAbsolutePath()
            + ": set -Dcontinuo.root=DIR");
  }
}

package dev.continuo.runtime.engine.child;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * An engine that is a Java program: the folder that the build laid out, with {@code lib/} and
 * {@code engine.properties} (version and main class).
 */
public record JavaEngine(String name, Path home, String version, String mainClass) {

  /**
   * Looks at the folder given, else at the system property {@code continuo.home.engines.<name>},
   * else into the checkout around the working folder.
   *
   * @throws ChildMissing when it is in none of these
   */
  public static JavaEngine find(String name, @Nullable Path given) {
    Path home = given != null ? given : elsewhere(name);
    Path description = home.resolve("engine.properties");
    try (Reader text = Files.newBufferedReader(description)) {
      Properties properties = new Properties();
      properties.load(text);
      return new JavaEngine(
          name,
          home.toAbsolutePath(),
          properties.getProperty("version", "unknown"),
          properties.getProperty("main", ""));
    } catch (IOException e) {
      throw missing(name, description);
    }
  }

  private static Path elsewhere(String name) {
    String property = System.getProperty("continuo.home.engines." + name, "");
    if (!property.isEmpty()) {
      return Path.of(property);
    }
    Path inCheckout = Path.of("runtime", "engines", name, "target", "engine");
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(inCheckout).resolve("engine.properties"))) {
        return folder.resolve(inCheckout);
      }
    }
    return inCheckout;
  }

  private static ChildMissing missing(String name, Path file) {
    return new ChildMissing(
        "There is no " + file.toAbsolutePath() + ".",
        "Run `./continuo build`, or name the folder with -Dcontinuo.home.engines."
            + name
            + "=DIR.");
  }

  /** A file that must lie beside {@code lib/}. */
  public Path file(String fileName) {
    Path file = home.resolve(fileName);
    if (!Files.exists(file)) {
      throw missing(name, file);
    }
    return file;
  }

  /** All libraries, as the launcher's wildcard. */
  public String libraries() {
    return home.resolve("lib") + "/*";
  }

  /** The Java that runs this program, with the flags that every engine needs on JDK 25. */
  public static List<String> java(String marker) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        marker,
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Djava.net.preferIPv4Stack=true");
  }
}

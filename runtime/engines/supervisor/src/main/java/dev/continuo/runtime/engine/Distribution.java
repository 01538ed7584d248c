package dev.continuo.runtime.engine;

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
record Distribution(Path home, String version, String mainClass) {

  /**
   * Looks at the folder given, else at the system property {@code continuo.home.engines.<name>},
   * else into the checkout around the working folder.
   */
  static Distribution find(EngineName engine, @Nullable Path given) {
    Path home = given != null ? given : elsewhere(engine);
    Path description = home.resolve("engine.properties");
    try (Reader text = Files.newBufferedReader(description)) {
      Properties properties = new Properties();
      properties.load(text);
      return new Distribution(
          home.toAbsolutePath(),
          properties.getProperty("version", "unknown"),
          properties.getProperty("main", ""));
    } catch (IOException e) {
      throw new EngineMissing(
          engine,
          "There is no " + description.toAbsolutePath() + ".",
          "Build it with `mvn package -pl runtime/engines/"
              + engine.id()
              + " -am`, or set continuo.home.engines."
              + engine.id()
              + ".");
    }
  }

  private static Path elsewhere(EngineName engine) {
    String property = System.getProperty("continuo.home.engines." + engine.id(), "");
    if (!property.isEmpty()) {
      return Path.of(property);
    }
    Path inCheckout = Path.of("runtime", "engines", engine.id(), "target", "engine");
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(inCheckout).resolve("engine.properties"))) {
        return folder.resolve(inCheckout);
      }
    }
    return inCheckout;
  }

  /** A file that must lie beside {@code lib/}. */
  Path file(EngineName engine, String name) {
    Path file = home.resolve(name);
    if (!Files.exists(file)) {
      throw new EngineMissing(
          engine,
          "There is no " + file + ".",
          "Build it with `mvn package -pl runtime/engines/" + engine.id() + " -am`.");
    }
    return file;
  }

  /** The Java that runs this program, with the flags that both engines need on JDK 25. */
  static List<String> java(String marker) {
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

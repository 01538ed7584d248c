package dev.continuo.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The engine versions that this build was made with. */
final class Versions {

  private Versions() {}

  static String of(EngineName engine) {
    try (InputStream file = Versions.class.getResourceAsStream("versions.properties")) {
      Properties versions = new Properties();
      versions.load(file);
      return versions.getProperty(engine.id(), "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.continuo.runtime.engine.neo4j;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much memory Neo4j may take: {@code CONTINUO_NEO4J_HEAP} and {@code CONTINUO_NEO4J_PAGE_CACHE}
 * in the environment, such as 512m or 1g.
 */
final class MemorySize {
  private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,5}[mg]");

  private MemorySize() {}

  static String heap() {
    return of("CONTINUO_NEO4J_HEAP", System.getenv("CONTINUO_NEO4J_HEAP"), "256m");
  }

  static String pageCache() {
    return of("CONTINUO_NEO4J_PAGE_CACHE", System.getenv("CONTINUO_NEO4J_PAGE_CACHE"), "128m");
  }

  static String of(String name, @Nullable String given, String otherwise) {
    if (given == null || given.isBlank()) {
      return otherwise;
    }
    if (!SIZE.matcher(given).matches()) {
      throw new IllegalArgumentException(
          name + " is '" + given + "', which is no size. Give it as 512m or 1g.");
    }
    return given;
  }
}

package dev.continuo.designer.memory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the pages of memory. */
public final class Paths {
  private Paths() {}

  public static String entity(String id) {
    return "memory/" + encoded(id);
  }

  /** What one source produced. */
  public static String episode(String key) {
    return "memory?episode=" + encoded(key);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

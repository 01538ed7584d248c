package dev.continuo.runtime.engine.zeebe;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What the broker's actuator says of its partition. */
final class PartitionPhase {

  private static final int TIMEOUT_MILLIS = 3_000;

  private PartitionPhase() {}

  /**
   * Returns when the broker is ready and its only partition is in the phase PROCESSING, not
   * replaying or paused. Readiness is asked first because the broker logs errors when it is asked
   * for a partition that it has not installed yet.
   */
  static void requireProcessing(int port) throws IOException {
    get(port, "health/readiness");
    String partitions = get(port, "partitions");
    if (!partitions.contains("\"streamProcessorPhase\":\"PROCESSING\"")) {
      throw new IOException("Its partition is not processing yet: " + partitions);
    }
  }

  private static String get(int port, String what) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + port + "/actuator/" + what);
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      connection.disconnect();
    }
  }
}

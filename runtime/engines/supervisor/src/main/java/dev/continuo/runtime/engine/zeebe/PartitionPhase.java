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

  /** Returns when the only partition is in the phase PROCESSING, and not replaying or paused. */
  static void requireProcessing(int port) throws IOException {
    URI partitions = URI.create("http://127.0.0.1:" + port + "/actuator/partitions");
    HttpURLConnection connection = (HttpURLConnection) partitions.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try (InputStream body = connection.getInputStream()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      if (!text.contains("\"streamProcessorPhase\":\"PROCESSING\"")) {
        throw new IOException("Its partition is not processing yet: " + text);
      }
    } finally {
      connection.disconnect();
    }
  }
}

package dev.continuo.runtime.engine.console;

import dev.continuo.runtime.engine.ProcessState;
import dev.continuo.runtime.engine.StatusFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks the running application for a personal access token; being able to read the data folder's
 * secrets is the right to.
 */
final class TokenRequest {

  private static final int TIMEOUT_MILLIS = 10_000;

  private TokenRequest() {}

  static boolean create(Path data, String name, PrintStream out, PrintStream err) {
    int port =
        StatusFile.of(data, "app")
            .read()
            .filter(app -> app.state() == ProcessState.RUNNING)
            .map(app -> app.port())
            .orElse(0);
    if (port == 0) {
      err.println("Continuo does not run on " + data + ". Start it with ./continuo and ask again.");
      return false;
    }
    try {
      String secret = Files.readString(data.resolve("secrets/control")).strip();
      return ask(port, secret, name, out, err);
    } catch (IOException e) {
      err.println(
          "No token was created: "
              + e.getMessage()
              + ". `./continuo doctor` checks what may be wrong.");
      return false;
    }
  }

  private static boolean ask(int port, String secret, String name, PrintStream out, PrintStream err)
      throws IOException {
    String query = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    URI address = URI.create("http://127.0.0.1:" + port + "/control/tokens?" + query);
    HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
    request.setConnectTimeout(TIMEOUT_MILLIS);
    request.setReadTimeout(TIMEOUT_MILLIS);
    request.setRequestMethod("POST");
    request.setRequestProperty("X-Continuo-Control", secret);
    boolean created = request.getResponseCode() == HttpURLConnection.HTTP_CREATED;
    try (InputStream answer = created ? request.getInputStream() : request.getErrorStream()) {
      String words =
          answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
      (created ? out : err)
          .println(
              words.isEmpty() ? "Continuo answered " + request.getResponseCode() + "." : words);
    }
    return created;
  }
}

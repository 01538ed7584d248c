package dev.continuo.designer.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model on this machine that speaks like OpenAI's: asks memory what it was asked, then answers
 * and names the first evidence. A round reads 100 tokens and writes 20.
 */
final class TalkingModel implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private final HttpServer server;

  TalkingModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode messages = JSON.readTree(exchange.getRequestBody().readAllBytes()).path("messages");
      boolean looked = messages.get(messages.size() - 1).path("role").asString("").equals("tool");
      String message =
          looked
              ? "{\"role\":\"assistant\",\"content\":\"It stands in the letter [1].\"}"
              : calling(messages.get(messages.size() - 1));
      byte[] body =
          """
          {"id":"c1","object":"chat.completion","created":1,"model":"small-one","choices":[
           {"index":0,"finish_reason":"%s","logprobs":null,"message":%s}],
           "usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}
          """
              .formatted(looked ? "stop" : "tool_calls", message)
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** The content is text, or parts of which the first is. */
  private static String calling(JsonNode question) {
    JsonNode content = question.path("content");
    String text =
        content.isArray() ? content.get(0).path("text").asString("") : content.asString("");
    String arguments = JSON.writeValueAsString(java.util.Map.of("question", text));
    return """
        {"role":"assistant","content":null,"tool_calls":[{"id":"t1","type":"function",
         "function":{"name":"recall","arguments":%s}}]}
        """
        .formatted(JSON.writeValueAsString(arguments));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

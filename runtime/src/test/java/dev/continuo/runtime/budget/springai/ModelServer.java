package dev.continuo.runtime.budget.springai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model on this machine that speaks the protocols of OpenAI, Anthropic and Ollama and says, round
 * after round, what it was told to say.
 */
final class ModelServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** One round. */
  sealed interface Reply {
    /** Text, all at once or, where it is asked so, in two parts. */
    record Says(String text, int in, int out) implements Reply {}

    /** Asks for a tool. */
    record Calls(String tool, String arguments, int in, int out) implements Reply {}

    /** Answers with a status and whatever body. */
    record Status(int status, String body) implements Reply {}

    /** Begins to stream and never ends by itself. */
    record Hangs(String beginning) implements Reply {}
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  final List<String> keys = new CopyOnWriteArrayList<>();

  ModelServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/chat/completions", one -> answer(one, Protocol.OPENAI));
    server.createContext("/v1/messages", one -> answer(one, Protocol.ANTHROPIC));
    server.createContext("/api/chat", one -> answer(one, Protocol.OLLAMA));
    server.setExecutor(threads);
    server.start();
  }

  private enum Protocol {
    OPENAI,
    ANTHROPIC,
    OLLAMA
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  ModelServer then(Reply... next) {
    replies.addAll(List.of(next));
    return this;
  }

  private void answer(HttpExchange exchange, Protocol protocol) throws IOException {
    try (exchange) {
      var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      asked.add(body);
      keys.add(
          String.valueOf(
              exchange.getRequestHeaders().getFirst("Authorization") != null
                  ? exchange.getRequestHeaders().getFirst("Authorization")
                  : exchange.getRequestHeaders().getFirst("x-api-key")));
      Reply reply = replies.poll();
      boolean stream = body.path("stream").asBoolean(false);
      switch (reply) {
        case null -> send(exchange, 500, "application/json", "{\"error\":\"nothing to say\"}");
        case Reply.Status status ->
            send(exchange, status.status(), "application/json", status.body());
        case Reply.Hangs hangs -> hang(exchange, protocol, hangs);
        case Reply.Says says when stream -> stream(exchange, protocol, says);
        default -> send(exchange, 200, "application/json", whole(protocol, reply));
      }
    } catch (IOException gone) {
      // whoever asked went away
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String whole(Protocol protocol, Reply reply) {
    return switch (protocol) {
      case OPENAI ->
          switch (reply) {
            case Reply.Says(String text, int in, int out) ->
                completion(
                    "{\"role\":\"assistant\",\"content\":%s}".formatted(quoted(text)),
                    "stop",
                    in,
                    out);
            case Reply.Calls(String tool, String arguments, int in, int out) ->
                completion(
                    "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"t1\",\"type\":\"function\",\"function\":{\"name\":%s,\"arguments\":%s}}]}"
                        .formatted(quoted(tool), quoted(arguments)),
                    "tool_calls",
                    in,
                    out);
            default -> throw new IllegalStateException();
          };
      case ANTHROPIC ->
          switch (reply) {
            case Reply.Says(String text, int in, int out) ->
                message(
                    "{\"type\":\"text\",\"text\":%s}".formatted(quoted(text)), "end_turn", in, out);
            case Reply.Calls(String tool, String arguments, int in, int out) ->
                message(
                    "{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":%s,\"input\":%s}"
                        .formatted(quoted(tool), arguments),
                    "tool_use",
                    in,
                    out);
            default -> throw new IllegalStateException();
          };
      case OLLAMA ->
          switch (reply) {
            case Reply.Says(String text, int in, int out) ->
                line(
                    "{\"role\":\"assistant\",\"content\":%s}".formatted(quoted(text)),
                    true,
                    in,
                    out);
            case Reply.Calls(String tool, String arguments, int in, int out) ->
                line(
                    "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":%s,\"arguments\":%s}}]}"
                        .formatted(quoted(tool), arguments),
                    true,
                    in,
                    out);
            default -> throw new IllegalStateException();
          };
    };
  }

  private void stream(HttpExchange exchange, Protocol protocol, Reply.Says says)
      throws IOException {
    int half = says.text().length() / 2;
    begin(exchange, protocol);
    part(exchange, protocol, says.text().substring(0, half));
    part(exchange, protocol, says.text().substring(half));
    switch (protocol) {
      case OPENAI -> {
        write(exchange, "data: " + chunk("{}", "\"stop\"", "null") + "\n\n");
        write(
            exchange,
            "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"small\",\"choices\":[],\"usage\":%s}\n\n"
                .formatted(usage(says.in(), says.out())));
        write(exchange, "data: [DONE]\n\n");
      }
      case OLLAMA ->
          write(
              exchange,
              line("{\"role\":\"assistant\",\"content\":\"\"}", true, says.in(), says.out())
                  + "\n");
      case ANTHROPIC -> throw new IllegalStateException("not in these tests");
    }
  }

  private void hang(HttpExchange exchange, Protocol protocol, Reply.Hangs hangs)
      throws IOException {
    begin(exchange, protocol);
    part(exchange, protocol, hangs.beginning());
    try {
      closed.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void begin(HttpExchange exchange, Protocol protocol) throws IOException {
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type",
            protocol == Protocol.OLLAMA ? "application/x-ndjson" : "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
  }

  private static void part(HttpExchange exchange, Protocol protocol, String text)
      throws IOException {
    write(
        exchange,
        protocol == Protocol.OLLAMA
            ? line("{\"role\":\"assistant\",\"content\":%s}".formatted(quoted(text)), false, 0, 0)
                + "\n"
            : "data: "
                + chunk(
                    "{\"role\":\"assistant\",\"content\":%s}".formatted(quoted(text)),
                    "null",
                    "null")
                + "\n\n");
  }

  private static void write(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  private static String completion(String message, String reason, int in, int out) {
    return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"small\",\"choices\":[{\"index\":0,\"finish_reason\":\"%s\",\"logprobs\":null,\"message\":%s}],\"usage\":%s}"
        .formatted(reason, message, usage(in, out));
  }

  private static String chunk(String delta, String reason, String usage) {
    return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"small\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}],\"usage\":%s}"
        .formatted(delta, reason, usage);
  }

  private static String usage(int in, int out) {
    return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
        .formatted(in, out, in + out);
  }

  private static String message(String block, String reason, int in, int out) {
    return "{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"small\",\"content\":[%s],\"stop_reason\":\"%s\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":%d,\"output_tokens\":%d}}"
        .formatted(block, reason, in, out);
  }

  private static String line(String message, boolean done, int in, int out) {
    return "{\"model\":\"small\",\"created_at\":\"2026-06-10T12:00:00Z\",\"message\":%s,\"done\":%s%s}"
        .formatted(
            message,
            done,
            done
                ? ",\"done_reason\":\"stop\",\"total_duration\":5,\"load_duration\":1,\"prompt_eval_count\":%d,\"prompt_eval_duration\":1,\"eval_count\":%d,\"eval_duration\":1"
                    .formatted(in, out)
                : "");
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}

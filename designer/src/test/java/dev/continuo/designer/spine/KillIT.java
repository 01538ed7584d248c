package dev.continuo.designer.spine;

import static dev.continuo.designer.spine.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import dev.continuo.runtime.engine.testing.TestEngines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed like a power cut would; nothing is lost, nothing happens twice. */
class KillIT {
  private static final String WISH =
      "Hello, could you design a new logo for our bakery? Our budget is EUR 3,000. Regards, Jonas"
          + " Kroll";

  @TempDir Path data;

  @Test
  void aKillBeforeTheEngineHeardOfAStartLosesAndDoublesNothing() {
    try (var gateway = HoldingProxy.to(zeebe());
        var continuo = RunningContinuo.on(data, GATEWAY + gateway.address())) {
      var books = new Books(continuo);
      String flow = released(continuo);
      gateway.holdRequests();
      var mails = new ArrayList<Mails>();
      for (int i = 0; i < 6; i++) {
        var mail = aMail(continuo, WISH).from("Jonas Kroll <jonas@kroll.example>");
        mails.add(mail);
        mail.arrives();
      }
      startBehindTheBack(continuo, flow);
      var keys = new ArrayList<>(mails.stream().map(mail -> "mail:" + mail.messageId).toList());
      keys.add("api:" + flow + ":once");
      Eventually.within(30, "all are asked for", () -> books.number(OPEN, keys) == keys.size());
      continuo.kill();
      gateway.cut();
      assertThat(books.number(RUNS, keys)).as("no run has begun").isZero();

      long restarted = System.nanoTime();
      continuo.start();
      long ready = System.nanoTime();
      var runs = mails.stream().map(mail -> new TestedRun(continuo, "mail:" + mail.messageId));
      var waiting = runs.map(run -> run.isWaitingAt("send-answer")).toList();
      tell("starts that the engine had not heard of", keys.size(), restarted, ready);
      Eventually.within(60, "all are confirmed", () -> books.number(OPEN, keys) == 0);
      mails.forEach(Mails::arrives); // given in again, as a sender that got no answer would
      waiting.forEach(run -> assertThat(run.keys()).hasSize(1));
      waiting.forEach(run -> assertThat(run.cards("EFFECT")).hasSize(1));
      assertThat(books.number(RUNS, keys)).isEqualTo(keys.size());
    }
  }

  @Test
  void aKillAfterTheEngineGotAStartAndBeforeItWasWrittenDownDoublesNothing() {
    try (var gateway = HoldingProxy.to(zeebe());
        var continuo = RunningContinuo.on(data, GATEWAY + gateway.address())) {
      var books = new Books(continuo);
      String flow = released(continuo);
      gateway.holdAnswers();
      var mail = aMail(continuo, WISH).from("Jonas Kroll <jonas@kroll.example>");
      mail.arrives();
      startBehindTheBack(continuo, flow);
      var keys = List.of("mail:" + mail.messageId, "api:" + flow + ":once");
      Eventually.within(60, "the engine runs both", () -> books.number(RUNS, keys) == 2);
      System.out.printf("%d of them not yet written down%n", books.number(OPEN, keys));
      continuo.kill();
      gateway.cut();

      long restarted = System.nanoTime();
      continuo.start();
      long ready = System.nanoTime();
      var run = new TestedRun(continuo, keys.getFirst()).isWaitingAt("send-answer");
      tell("starts that the engine had taken", keys.size(), restarted, ready);
      Eventually.within(60, "both are confirmed", () -> books.number(OPEN, keys) == 0);
      var again = continuo.postOnce("/api/v1/flows/" + flow + "/runs?wait=30", "once", INPUTS);
      assertThat(again.body().path("first").asBoolean()).isFalse();
      assertThat(again.body().at("/result/state").asString()).isEqualTo("COMPLETED");
      assertThat(books.number(RUNS, keys)).isEqualTo(2);
      assertThat(run.cards("EFFECT")).hasSize(1);
    }
  }

  @Test
  void aKillBetweenApprovalAndSendingSendsOnce() throws Exception {
    try (var continuo = RunningContinuo.on(data);
        var books = new HeldIntents(continuo)) {
      var mail = aMail(continuo, WISH).from("Jonas Kroll <jonas@kroll.example>");
      var run = mail.arrives().isWaitingAt("send-answer");
      run.card("EFFECT");
      books.hold(run.key());
      run.answer("EFFECT", "APPROVED");
      Eventually.within(30, "the sending waits", books::someoneWaits);
      assertThat(run.effects().getFirst().path("state").asString()).isEqualTo("PROPOSED");
      continuo.kill();
      books.letGo();
      assertThat(run.sent()).isEmpty();

      long restarted = System.nanoTime();
      continuo.start();
      long ready = System.nanoTime();
      run.isWaitingAt("wait-for-reply");
      tell("approved answers that had not been sent", 1, restarted, ready);
      assertThat(run.sent()).hasSize(1);
      assertThat(run.cards("OUTCOME")).isEmpty();
    }
  }

  private static final String GATEWAY = "--continuo.zeebe.grpc-address=";
  private static final String OPEN =
      "SELECT count(*) FROM start_trigger WHERE trigger_key = ANY (?) AND confirmed_at IS NULL";
  private static final String RUNS = "SELECT count(*) FROM run WHERE start_key = ANY (?)";
  private static final Map<String, Object> INPUTS =
      Map.of(
          "kind",
          "price-request",
          "knownContact",
          true,
          "amount",
          900,
          "language",
          "en",
          "score",
          0.9);

  private static String zeebe() {
    String address = TestEngines.shared().zeebe().zeebeGrpc();
    return address.contains("://") ? address : "http://" + address;
  }

  /** A flow without a start message: its start has no key at the engine. */
  private static String released(RunningContinuo continuo) {
    String id = "once-" + System.nanoTime();
    byte[] xml = FlowApiIT.flow(id, FlowApiIT.DECIDE).getBytes(StandardCharsets.UTF_8);
    assertThat(continuo.post("/api/v1/flows", "application/xml", xml).code()).isEqualTo(201);
    assertThat(continuo.post("/api/v1/flows/" + id + "/release", Map.of()).code()).isEqualTo(200);
    return id;
  }

  /** The request gets no answer: the application is killed meanwhile. */
  private static void startBehindTheBack(RunningContinuo continuo, String flow) {
    CompletableFuture.runAsync(
        () -> continuo.postOnce("/api/v1/flows/" + flow + "/runs", "once", INPUTS));
  }

  private static void tell(String what, int number, long restarted, long ready) {
    long now = System.nanoTime();
    System.out.printf(
        "%d %s moved on %.1f s after the restart, %.1f s after it was ready%n",
        number, what, (now - restarted) / 1e9, (now - ready) / 1e9);
  }

  @Test
  void aKillDuringASendLeavesTheOutcomeUnknownAndNeverSendsTwice() throws Exception {
    try (var server = new StalledMailServer();
        var continuo = RunningContinuo.on(data)) {
      var account = new HashMap<String, Object>();
      account.put("imap", null);
      account.put("folder", "INBOX");
      account.put("pollEvery", "PT60S");
      account.put(
          "smtp",
          Map.of(
              "host",
              "127.0.0.1",
              "port",
              server.port(),
              "user",
              "",
              "secretName",
              "",
              "security",
              "NONE"));
      assertThat(continuo.put("/api/v1/settings/mail", account).code()).isEqualTo(200);
      try {
        var run =
            aMail(continuo, WISH)
                .from("Jonas Kroll <jonas@kroll.example>")
                .arrives()
                .isWaitingAt("send-answer");
        run.answer("EFFECT", "APPROVED");
        assertThat(server.received.await(60, TimeUnit.SECONDS)).isTrue();
        continuo.kill();
        continuo.start();
        var card = run.card("OUTCOME");
        assertThat(card.path("title").asString()).contains("Did this arrive?");
        assertThat(run.effects().getFirst().path("state").asString()).isEqualTo("UNKNOWN");
        assertThat(server.mails).hasValue(1);
        run.answer("OUTCOME", "APPROVED");
        run.isWaitingAt("wait-for-reply");
        assertThat(server.mails).hasValue(1);
      } finally {
        account.put("smtp", null);
        continuo.put("/api/v1/settings/mail", account);
      }
    }
  }

  /** Takes a whole mail and never says whether it was accepted. */
  private static final class StalledMailServer implements AutoCloseable {
    final CountDownLatch received = new CountDownLatch(1);
    final AtomicInteger mails = new AtomicInteger();
    private final ServerSocket socket;

    StalledMailServer() throws IOException {
      socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      try {
        while (true) {
          Socket client = socket.accept();
          Thread.ofVirtual().start(() -> talk(client));
        }
      } catch (IOException closed) {
        // the test is over
      }
    }

    private void talk(Socket client) {
      try (client;
          var in = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
        say(client, "220 stalled");
        boolean content = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (content) {
            if (line.equals(".")) {
              mails.incrementAndGet();
              received.countDown();
              content = false; // and no answer, for ever
            }
          } else if (line.startsWith("DATA")) {
            content = true;
            say(client, "354 go on");
          } else {
            say(client, "250 fine");
          }
        }
      } catch (IOException gone) {
        // the application was killed
      }
    }

    private static void say(Socket client, String words) throws IOException {
      client.getOutputStream().write((words + "\r\n").getBytes());
      client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

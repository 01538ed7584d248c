package dev.continuo.designer.spine;

import static dev.continuo.designer.spine.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Books;
import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The application is killed like a power cut would; nothing is lost, nothing happens twice. */
@Isolated
class KillIT {
  private static final String WISH =
      "Hello, could you design a new logo for our bakery? Our budget is EUR 3,000. Regards, Jonas"
          + " Kroll";

  private RunningContinuo continuo;
  private HoldingProxy gateway;
  private Books books;

  @BeforeEach
  void whatTheLastKillLeft() {
    continuo = Spine.continuo();
    gateway = Spine.gateway();
    books = new Books(continuo);
  }

  @AfterEach
  void nothingIsHeld() {
    if (gateway.holds()) {
      gateway.cut();
    }
  }

  @Test
  void aKillBeforeTheEngineHeardOfAStartLosesAndDoublesNothing() {
    String flow = released();
    gateway.holdRequests();
    var mails = Stream.generate(this::aWish).limit(6).toList();
    mails.forEach(Mails::arrives);
    startBehindTheBack(flow);
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

  @Test
  void aKillAfterTheEngineGotAStartAndBeforeItWasWrittenDownDoublesNothing() throws Exception {
    String flow = released();
    var mail = aWish();
    var keys = List.of("mail:" + mail.messageId, "api:" + flow + ":once");
    long before = books.number("SELECT max(pos) FROM journal");
    try (var journal = HeldRows.journal(continuo)) {
      gateway.holdAnswers();
      mail.arrives();
      startBehindTheBack(flow);
      Eventually.within(
          60, "the engine runs both", () -> books.number(RUN_BY_THE_ENGINE, before, keys) == 2);
      Eventually.within(30, "the projector waits", journal::someoneWaits);
      assertThat(books.number(OPEN, keys)).as("not yet written down").isEqualTo(keys.size());
      continuo.kill();
      gateway.cut();
      journal.letGo();
    }
    assertThat(books.number(OPEN, keys)).as("not written down by the kill").isEqualTo(keys.size());
    assertThat(books.number(RUNS, keys)).isZero();

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
    assertThat(books.number(RUN_BY_THE_ENGINE, before, keys)).isEqualTo(2);
    assertThat(run.cards("EFFECT")).hasSize(1);
  }

  @Test
  void aKillBetweenApprovalAndSendingSendsOnce() throws Exception {
    var run = aWish().arrives().isWaitingAt("send-answer");
    run.card("EFFECT");
    try (var intents = HeldRows.intentsOf(continuo, run.key())) {
      run.answer("EFFECT", "APPROVED");
      Eventually.within(30, "the sending waits", intents::someoneWaits);
      assertThat(run.effects().getFirst().path("state").asString()).isEqualTo("PROPOSED");
      continuo.kill();
      intents.letGo();
    }
    assertThat(run.sent()).isEmpty();

    long restarted = System.nanoTime();
    continuo.start();
    long ready = System.nanoTime();
    run.isWaitingAt("wait-for-reply");
    tell("approved answers that had not been sent", 1, restarted, ready);
    assertThat(run.sent()).hasSize(1);
    assertThat(run.cards("OUTCOME")).isEmpty();
  }

  private static final String OPEN =
      "SELECT count(*) FROM start_trigger WHERE trigger_key = ANY (?) AND confirmed_at IS NULL";
  private static final String RUNS = "SELECT count(*) FROM run WHERE start_key = ANY (?)";
  private static final String RUN_BY_THE_ENGINE =
      """
      SELECT count(DISTINCT pi) FROM (
        SELECT pi, convert_from(p, 'UTF8')::json AS v FROM journal
        WHERE part > 0 AND pos > ? AND vt = 'VARIABLE' AND intent = 'CREATED') AS given
      WHERE v ->> 'name' = 'startKey' AND v ->> 'value' = ANY (?)
      """;
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

  private Mails aWish() {
    return aMail(continuo, WISH).from("Jonas Kroll <jonas@kroll.example>");
  }

  /** A flow without a start message: its start has no key at the engine. */
  private String released() {
    String id = "once-" + System.nanoTime();
    byte[] xml = FlowApiIT.flow(id, FlowApiIT.DECIDE).getBytes(StandardCharsets.UTF_8);
    assertThat(continuo.post("/api/v1/flows", "application/xml", xml).code()).isEqualTo(201);
    assertThat(continuo.post("/api/v1/flows/" + id + "/release", Map.of()).code()).isEqualTo(200);
    return id;
  }

  /** The request gets no answer: the application is killed meanwhile. */
  private void startBehindTheBack(String flow) {
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
    try (var server = new StalledMailServer()) {
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
        var run = aWish().arrives().isWaitingAt("send-answer");
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

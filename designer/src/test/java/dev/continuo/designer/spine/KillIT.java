package dev.continuo.designer.spine;

import static dev.continuo.designer.spine.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.RunningContinuo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed like a power cut would; nothing is lost, nothing happens twice. */
class KillIT {
  private static final String WISH =
      "Hello, could you design a new logo for our bakery? Our budget is EUR 3,000. Regards, Jonas Kroll";

  @TempDir Path data;

  @Test
  void aKillInTheMiddleOfStartingLosesAndDoublesNothing() {
    try (var continuo = RunningContinuo.on(data)) {
      var mails = new ArrayList<Mails>();
      for (int i = 0; i < 6; i++) {
        var mail = aMail(continuo, WISH).from("Jonas Kroll <jonas@kroll.example>");
        mails.add(mail);
        mail.arrives();
      }
      continuo.kill();
      continuo.start();
      long restarted = System.nanoTime();
      var runs = new ArrayList<TestedRun>();
      for (Mails mail : mails) {
        runs.add(mail.arrives()); // given in again, as a sender that got no answer would
      }
      runs.forEach(run -> run.isWaitingAt("send-answer"));
      System.out.printf(
          "%d runs moved on within %.1f s of the restart%n",
          runs.size(), (System.nanoTime() - restarted) / 1e9);
      runs.forEach(run -> assertThat(run.keys()).hasSize(1));
      runs.forEach(run -> assertThat(run.cards("EFFECT")).hasSize(1));
    }
  }

  @Test
  void aKillBetweenApprovalAndSendingSendsOnce() {
    try (var continuo = RunningContinuo.on(data)) {
      var mail = aMail(continuo, WISH).from("Jonas Kroll <jonas@kroll.example>");
      var run = mail.arrives().isWaitingAt("send-answer");
      run.answer("EFFECT", "APPROVED");
      continuo.kill();
      continuo.start();
      run.isWaitingAt("wait-for-reply");
      assertThat(continuo.files("outbox", ".eml"))
          .filteredOn(file -> LeadIntakeIT.contains(file, mail.messageId))
          .hasSize(1);
    }
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

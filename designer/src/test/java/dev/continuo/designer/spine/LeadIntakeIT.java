package dev.continuo.designer.spine;

import static dev.continuo.designer.spine.Mails.WISH;
import static dev.continuo.designer.spine.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job, through the packaged application on real engines. */
class LeadIntakeIT {
  private static RunningContinuo continuo;

  @BeforeAll
  static void start() {
    continuo = Spine.continuo();
  }

  @Test
  void aMailBecomesAnApprovedSentRememberedAnswer() throws Exception {
    var mail = aMail(continuo, WISH);
    var run = mail.arrivesAsFile().isWaitingAt("send-answer");
    var card = run.card("EFFECT");
    assertThat(card.at("/why/why").asString()).isNotBlank();
    assertThat(card.at("/why/rules").toString())
        .contains("Lead qualification")
        .contains("Gate policy");
    assertThat(card.at("/why/evidence").toString()).contains("18 December").contains("EUR 8,000");
    assertThat(card.path("items")).hasSize(2);
    assertThat(continuo.files("outbox", ".eml")).noneMatch(file -> contains(file, mail.messageId));

    assertThat(run.answer("EFFECT", "APPROVED").code()).isEqualTo(200);
    run.isWaitingAt("wait-for-reply");
    assertThat(continuo.files("outbox", ".eml"))
        .filteredOn(file -> contains(file, mail.messageId))
        .hasSize(1);
    assertThat(continuo.files("calendar", ".ics")).isNotEmpty();
    assertThat(run.effects())
        .hasSize(2)
        .allMatch(row -> row.path("state").asString().equals("CONFIRMED"));
    var hanna = continuo.get("/api/v1/memory/entity?id=mailto:hanna@fjordstudio.example").body();
    assertThat(hanna.toString()).contains("Fjord Studio").contains("owed by");
    assertThat(run.story())
        .contains("reads the mail of Hanna Berg")
        .contains("remembers")
        .contains("Mia Lind")
        .contains("sent:");
    assertThat(Files.readString(continuo.files("log", ".md").getLast())).contains(mail.subject());

    aMail(continuo, "Tuesday suits me well. Hanna").answering(mail.messageId).arrives();
    run.ends();
    assertThat(run.passed("answered")).isTrue();
  }

  @Test
  void theSameMailStartsOneRunWhateverWayItComes() {
    var mail = aMail(continuo, WISH);
    var run = mail.arrives();
    mail.arrives();
    mail.arrivesAsFile();
    run.isWaitingAt("send-answer");
    assertThat(run.keys()).hasSize(1);
  }

  @Test
  void twoLeadsAtOnceAreOfferedDifferentTimes() throws Exception {
    var runs = new ArrayList<TestedRun>();
    for (int i = 0; i < 4; i++) {
      runs.add(aMail(continuo, WISH).arrives());
    }
    var times = new HashSet<String>();
    for (TestedRun run : runs) {
      var draft = run.isWaitingAt("send-answer").detail().at("/variables/draft/slots");
      assertThat(draft).hasSize(2);
      TestedRun.stream(draft)
          .forEach(slot -> assertThat(times.add(slot.path("start").asString())).isTrue());
    }
  }

  @Test
  void anEditedAnswerIsSentAsEdited() {
    var mail = aMail(continuo, WISH);
    var run = mail.arrives().isWaitingAt("send-answer");
    var card = run.card("EFFECT");
    var items = card.path("items").toString().replace("Dear Hanna", "Dearest Hanna");
    var answer =
        continuo.post(
            "/api/v1/inbox/" + card.path("id").asString() + "/verdict",
            "application/json",
            "{\"decision\":\"APPROVED\",\"contentHash\":\"%s\",\"edited\":%s}"
                .formatted(card.path("contentHash").asString(), items)
                .getBytes(StandardCharsets.UTF_8));
    assertThat(answer.code()).isEqualTo(200);
    run.isWaitingAt("wait-for-reply");
    assertThat(continuo.files("outbox", ".eml"))
        .filteredOn(file -> contains(file, mail.messageId))
        .singleElement()
        .matches(file -> contains(file, "Dearest Hanna"));
  }

  @Test
  void aRejectedAnswerSendsNothingAndASecondVerdictIsRefused() {
    var mail = aMail(continuo, WISH);
    var run = mail.arrives().isWaitingAt("send-answer");
    String card = run.card("EFFECT").path("id").asString();
    String hash = run.card("EFFECT").path("contentHash").asString();
    run.answer("EFFECT", "REJECTED");
    run.ends();
    assertThat(run.passed("not-sent")).isTrue();
    assertThat(continuo.files("outbox", ".eml")).noneMatch(file -> contains(file, mail.messageId));
    var second =
        continuo.post(
            "/api/v1/inbox/" + card + "/verdict",
            Map.of("decision", "APPROVED", "contentHash", hash));
    assertThat(second.code()).isEqualTo(409);
    assertThat(second.body().path("code").asString()).isEqualTo("card-closed");
  }

  @Test
  void completingTheJobFromOutsideSendsNothing() throws Exception {
    var mail = aMail(continuo, WISH);
    var run = mail.arrives().isWaitingAt("send-answer");
    run.card("EFFECT");
    long job = openJob(run.key());
    try (var client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create(continuo.engines().zeebeGrpc()))
            .preferRestOverGrpc(false)
            .build()) {
      client
          .newCompleteCommand(job)
          .variables(Map.of("answer", Map.of("verdict", "approved")))
          .send()
          .join();
    }
    Eventually.within(30, "the card is withdrawn", () -> run.cards("EFFECT").isEmpty());
    assertThat(continuo.files("outbox", ".eml")).noneMatch(file -> contains(file, mail.messageId));
    assertThat(run.effects()).allMatch(row -> row.path("state").asString().equals("REJECTED"));
  }

  @Test
  void aMailThatCannotBeReadBecomesAVisibleItem() {
    assertThat(continuo.post("/api/v1/mail", "message/rfc822", new byte[0]).code()).isEqualTo(202);
    Eventually.within(
        20,
        "an item for the unreadable mail",
        () -> continuo.get("/api/v1/inbox").body().toString().contains("could not be read"));
  }

  @Test
  void anUnclearMailSaysSoOnItsCard() {
    var run =
        aMail(
                continuo,
                "Hola, necesitamos un nuevo sitio web para nuestra empresa. ¿Cuánto cuesta? Gracias"
                    + " y saludos")
            .from("Ana <ana@cliente.example>")
            .arrives()
            .isWaitingAt("send-answer");
    assertThat(run.card("EFFECT").at("/why/notes").toString()).containsIgnoringCase("unclear");
  }

  private static long openJob(long run) throws Exception {
    var engines = continuo.engines();
    try (var connection =
            DriverManager.getConnection(engines.jdbcUrl(), engines.dbUser(), engines.dbPassword());
        var query = connection.prepareStatement("SELECT job_key FROM effect WHERE run_key = ?")) {
      query.setLong(1, run);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  static boolean contains(Path file, String words) {
    try {
      return Files.readString(file).contains(words);
    } catch (java.io.IOException e) {
      return false;
    }
  }
}

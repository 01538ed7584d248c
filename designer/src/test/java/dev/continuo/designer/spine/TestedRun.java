package dev.continuo.designer.spine;

import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A run as the tests see it, through the API alone. */
final class TestedRun {
  private final RunningContinuo continuo;
  private final String startKey;

  TestedRun(RunningContinuo continuo, String startKey) {
    this.continuo = continuo;
    this.startKey = startKey;
  }

  /** All runs of this start key; there should be one. */
  List<Long> keys() {
    var runs = continuo.get("/api/v1/runs?limit=200&text=" + encoded(startKey)).body().path("runs");
    return stream(runs).map(run -> run.path("runKey").asLong()).toList();
  }

  long key() {
    Eventually.within(60, "a run of " + startKey, () -> keys().size() == 1);
    return keys().getFirst();
  }

  JsonNode detail() {
    return continuo.get("/api/v1/runs/" + key()).body();
  }

  TestedRun isWaitingAt(String elementId) {
    Eventually.within(
        90,
        "run waits at " + elementId,
        () ->
            stream(detail().at("/run/summary/openElementIds"))
                .anyMatch(id -> id.asString().equals(elementId)));
    return this;
  }

  TestedRun ends() {
    Eventually.within(
        90, "run ends", () -> detail().at("/run/summary/state").asString().equals("COMPLETED"));
    return this;
  }

  boolean passed(String elementId) {
    return stream(detail().at("/run/completedElements"))
        .anyMatch(id -> id.asString().equals(elementId));
  }

  List<JsonNode> effects() {
    return stream(detail().path("effects")).toList();
  }

  /** The mails in the outbox that belong to it. */
  List<String> sent() {
    String messageId = startKey.substring("mail:".length());
    return continuo.files("outbox", ".eml").stream()
        .map(TestedRun::text)
        .filter(mail -> mail.contains(messageId))
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String story() {
    var sentences = new ArrayList<String>();
    stream(detail().path("trace")).forEach(line -> sentences.add(line.path("sentence").asString()));
    return String.join("\n", sentences);
  }

  /** The run's open card of a kind. */
  JsonNode card(String kind) {
    Eventually.within(60, "a card " + kind, () -> !cards(kind).isEmpty());
    return cards(kind).getFirst();
  }

  List<JsonNode> cards(String kind) {
    long key = key();
    return stream(continuo.get("/api/v1/inbox").body())
        .filter(card -> card.path("runKey").asLong() == key)
        .filter(card -> card.path("kind").asString().equals(kind))
        .toList();
  }

  RunningContinuo.Answer answer(String kind, String decision) {
    var card = card(kind);
    return continuo.post(
        "/api/v1/inbox/" + card.path("id").asString() + "/verdict",
        java.util.Map.of("decision", decision, "contentHash", card.path("contentHash").asString()));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

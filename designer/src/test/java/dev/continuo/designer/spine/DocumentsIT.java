package dev.continuo.designer.spine;

import static dev.continuo.designer.spine.Mails.WISH;
import static dev.continuo.designer.spine.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Books;
import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.Papers;
import dev.continuo.designer.testing.Papers.Paper;
import dev.continuo.designer.testing.RunningContinuo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What comes with a mail is read, remembered, found, shown and erased, through the real product.
 */
class DocumentsIT {
  private static final String NOTICE =
      "Either party may end this retainer with three months of notice.";

  private static RunningContinuo continuo;
  private static Books books;

  private final String somebody = "paula" + UUID.randomUUID().toString().substring(0, 8);
  private final String address = somebody + "@harbour.example";

  @BeforeAll
  static void start() {
    continuo = Spine.continuo();
    books = new Books(continuo);
  }

  @Test
  void aSentenceInAnAttachedContractIsFoundAndTheContractIsNamed() {
    arrives(address, contract("retainer.pdf", NOTICE));
    JsonNode read = document(address, "retainer.pdf");
    assertThat(read.path("state").asString()).isEqualTo("READ");
    assertThat(read.path("mediaType").asString()).isEqualTo("application/pdf");

    Eventually.holds(60, () -> citesItsSentence(read));
    var answer = continuo.get(ask("How many months of notice does the retainer have?")).body();
    assertThat(answer.path("markdown").asString()).contains("three months of notice");

    var known = continuo.get("/api/v1/memory/entity?id=" + encoded(read.path("key").asString()));
    assertThat(known.body().toString())
        .contains("belongs to the file of")
        .contains("came with")
        .contains("retainer.pdf");
  }

  @Test
  void whatCannotBeReadSaysWhyAndWhatToDoAndHoldsNobodyUp() {
    arrives(
        address,
        new Paper("broken.pdf", "application/pdf", "%PDF-1.7 cut off".getBytes()),
        new Paper("data.bin", "application/octet-stream", new byte[] {0, 1, 2, 3, 0, 0, 9}),
        new Paper(
            "spy.xml",
            "application/xml",
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>"
                .getBytes()),
        contract("plain.pdf", "The harbour office opens at nine."));
    assertThat(document(address, "plain.pdf").path("state").asString()).isEqualTo("READ");
    assertThat(document(address, "broken.pdf").path("note").asString())
        .contains("was not read")
        .contains("damaged")
        .contains("Ask for it again");
    assertThat(document(address, "data.bin").path("state").asString()).isEqualTo("UNKNOWN");
    assertThat(document(address, "spy.xml").path("state").asString()).isEqualTo("REFUSED");
    var broken = document(address, "broken.pdf").path("key").asString();
    assertThat(continuo.get("/api/v1/memory/entity?id=" + encoded(broken)).body().toString())
        .contains("broken.pdf is broken");
  }

  @Test
  void aDocumentIsAddedByHandAndOneThatIsTooLargeIsRefusedInWords() {
    arrives(address);
    Eventually.within(60, "the client is known", () -> continuo.get(entity(address)).code() == 200);
    var added =
        continuo.post(
            "/api/v1/memory/documents?name=terms.txt&id=" + encoded("mailto:" + address),
            "text/plain",
            "Invoices are paid within fourteen days.".getBytes(StandardCharsets.UTF_8));
    assertThat(added.code()).isEqualTo(202);
    assertThat(document(address, "terms.txt").path("state").asString()).isEqualTo("READ");

    var huge =
        continuo.post(
            "/api/v1/memory/documents?name=huge.pdf&id=" + encoded("mailto:" + address),
            "application/pdf",
            new byte[100 << 20]);
    assertThat(huge.code()).isEqualTo(413);
    assertThat(huge.body().path("detail").asString()).contains("huge.pdf").contains("50 MB");
    assertThat(documents(address))
        .extracting(d -> d.path("name").asString())
        .doesNotContain("huge.pdf");
  }

  @Test
  void anErasureReachesTheTextAndLeavesWhatBelongsToOthers() {
    String other = "other" + UUID.randomUUID().toString().substring(0, 8) + "@quay.example";
    var theirs = contract("secret.pdf", "The secret word of " + somebody + " is porpoise.");
    var shared = contract("both.pdf", "The tide table of " + UUID.randomUUID() + " is for all.");
    arrives(address, theirs, shared);
    arrives(other, shared);
    String secret = document(address, "secret.pdf").path("documentId").asString();
    String both = document(address, "both.pdf").path("documentId").asString();
    document(other, "both.pdf");
    Eventually.within(60, "the word is found", () -> !evidence("secret word porpoise").isEmpty());

    var erased =
        continuo.post(
            "/api/v1/memory/erasures",
            Map.of("ids", List.of("mailto:" + address), "name", "Paula Quist", "why", "asked"));
    assertThat(erased.code()).as(erased.toString()).isEqualTo(200);

    assertThat(evidence("secret word porpoise"))
        .noneMatch(item -> item.path("text").asString().contains(somebody));
    assertThat(file(secret)).doesNotExist();
    assertThat(books.number("SELECT count(*) FROM document WHERE id = ?", secret)).isZero();
    assertThat(
            books.number(
                "SELECT count(*) FROM filed_document WHERE owner_key = ?", "mailto:" + address))
        .isZero();
    assertThat(file(both)).exists();
    assertThat(document(other, "both.pdf").path("state").asString()).isEqualTo("READ");
  }

  private static Paper contract(String name, String sentence) {
    return new Paper(
        name, "application/pdf", Papers.pdf("Contract", sentence, "Signed in Bergen."));
  }

  private void arrives(String from, Paper... papers) {
    byte[] raw = aMail(continuo, WISH).from("Paula Quist <" + from + ">").raw();
    byte[] mail = papers.length == 0 ? raw : Papers.with(raw, papers);
    assertThat(continuo.post("/api/v1/mail", "message/rfc822", mail).code()).isEqualTo(202);
  }

  /** Once it is no longer waiting. */
  private static JsonNode document(String from, String name) {
    Eventually.within(
        120,
        name + " is done with",
        () -> documents(from).stream().anyMatch(d -> is(d, name) && !d.path("state").isNull()));
    return documents(from).stream().filter(d -> is(d, name)).findFirst().orElseThrow();
  }

  private static boolean is(JsonNode document, String name) {
    return document.path("name").asString().equals(name) && document.has("state");
  }

  private static List<JsonNode> documents(String from) {
    var answer = continuo.get("/api/v1/memory/documents?id=" + encoded("mailto:" + from));
    return answer.code() == 200 ? TestedRun.stream(answer.body()).toList() : List.of();
  }

  private List<JsonNode> evidence(String question) {
    var recalled = continuo.get(recall(question)).body();
    return TestedRun.stream(recalled.path("items"))
        .filter(item -> item.path("fact").isNull() || item.path("fact").isMissingNode())
        .filter(item -> item.path("source").asString().endsWith(".pdf"))
        .toList();
  }

  private static void citesItsSentence(JsonNode document) {
    var recalled = continuo.get(recall("How many months of notice does the retainer have?")).body();
    assertThat(TestedRun.stream(recalled.path("items")))
        .as("what is recalled")
        .anySatisfy(
            item -> {
              assertThat(item.path("source").asString()).isEqualTo("retainer.pdf");
              assertThat(item.path("episodeKey")).isEqualTo(document.path("key"));
              assertThat(item.path("text").asString()).contains(NOTICE);
            });
  }

  private static String recall(String question) {
    return "/api/v1/memory/recall?q=" + encoded(question);
  }

  private static String ask(String question) {
    return "/api/v1/memory/ask?q=" + encoded(question);
  }

  private static String entity(String from) {
    return "/api/v1/memory/entity?id=" + encoded("mailto:" + from);
  }

  private static Path file(String document) {
    return continuo.data().resolve("documents").resolve(document.substring(0, 2)).resolve(document);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

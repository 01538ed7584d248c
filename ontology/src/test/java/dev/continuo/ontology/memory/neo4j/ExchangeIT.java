package dev.continuo.ontology.memory.neo4j;

import static dev.continuo.ontology.memory.SourceRank.MAIL;
import static dev.continuo.ontology.memory.SourceRank.SIGNED_CONTRACT;
import static dev.continuo.ontology.memory.neo4j.Said.fact;
import static dev.continuo.ontology.memory.neo4j.Said.link;
import static dev.continuo.ontology.memory.neo4j.Said.remember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.exchange.Answer;
import dev.continuo.ontology.exchange.Exchange;
import dev.continuo.ontology.exchange.Format;
import dev.continuo.ontology.exchange.ImportRefused;
import dev.continuo.ontology.exchange.ImportReport;
import dev.continuo.ontology.exchange.QuestionLimits;
import dev.continuo.ontology.exchange.Questions;
import dev.continuo.ontology.exchange.RdfSyntax;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryActivity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Out and in again, on a store of its own that is emptied in between. */
@Tag("apart")
class ExchangeIT {
  private static Memory memory;
  private static Exchange exchange;

  private final EntityRef jane = Said.person("jane");
  private final EntityRef jd =
      new EntityRef("schema:Person", "mailto:jd@acme.example", "J. \"D\" Doe\n", List.of("Jay"));
  private final EntityRef acme =
      new EntityRef("org:Organization", "domain:acme.example", "=Acme ➜ ünïcode");

  @BeforeAll
  static void open() {
    memory = Memory.open(OwnStore.emptied());
    exchange = new Exchange(memory);
  }

  @AfterAll
  static void close() {
    memory.close();
  }

  @BeforeEach
  void empty() {
    OwnStore.empty();
  }

  @ParameterizedTest
  @CsvSource({"TRIG, TRIG", "NQUADS, NQUADS", "TURTLE, TURTLE"})
  void whatGoesOutComesBackTheSame(Format format, RdfSyntax syntax) {
    history();
    var before = export(format);
    var whole = export(Format.NQUADS);
    OwnStore.empty();

    var report = take(before, syntax, "memory." + format.extension());

    assertThat(report.refused()).isEmpty();
    assertThat(report.restored()).isGreaterThan(8);
    assertThat(same(export(Format.NQUADS), whole)).isTrue();
    var janesId = memory.entity(jane.key()).orElseThrow().id();
    assertThat(memory.facts(janesId, AsOf.validAt(Said.day(5))))
        .extracting(f -> f.value().words())
        .contains("engineer");
    assertThat(memory.graph(janesId, 1, 50).edges()).isNotEmpty();
    var again = take(before, syntax, "memory." + format.extension());
    assertThat(again.restored()).isZero();
    assertThat(again.known()).isEqualTo(report.restored());
    assertThat(same(export(Format.NQUADS), whole)).isTrue();
  }

  @Test
  void whatWasTamperedWithIsRefusedByNameAndTheRestComesIn() {
    history();
    var trig = new String(export(Format.TRIG), StandardCharsets.UTF_8);
    OwnStore.empty();

    var report =
        take(
            trig.replace("\"SIGNED_CONTRACT\"", "\"GOSPEL\"").getBytes(StandardCharsets.UTF_8),
            RdfSyntax.TRIG,
            "tampered.trig");

    assertThat(report.refused())
        .isNotEmpty()
        .allMatch(r -> r.why().startsWith("It cannot be read: ") && r.why().contains("GOSPEL"));
    assertThat(report.restored()).isPositive();
  }

  @Test
  void rdfOfOthersBecomesProposalsWithTheirOwnLinesAsEvidence() {
    var turtle =
        """
        @prefix schema: <https://schema.org/> .
        @prefix org: <http://www.w3.org/ns/org#> .
        @prefix ex: <https://example.org/> .
        ex:jane a schema:Person ; schema:name "Jane" ; schema:email "jane@acme.example" ;
          schema:worksFor ex:acme ; ex:shoeSize 38 ; schema:telephone "call me" .
        ex:acme a org:Organization ; schema:name "Acme" .
        ex:cat a ex:Cat ; schema:name "Tom" .
        [] a schema:Person ; schema:name "Nobody" .
        """;

    var report = take(turtle.getBytes(StandardCharsets.UTF_8), RdfSyntax.TURTLE, "others.ttl");

    assertThat(report.accepted()).isEqualTo(4);
    assertThat(report.refused())
        .extracting(ImportReport.Refusal::why)
        .hasSize(4)
        .anyMatch(why -> why.contains("shoeSize") && why.contains("not a predicate"))
        .anyMatch(why -> why.equals("This is not a phone number."))
        .anyMatch(why -> why.contains("is of no kind of the vocabulary"))
        .anyMatch(why -> why.contains("without a name"));
    var facts = memory.facts(memory.entity("mailto:jane@acme.example").orElseThrow().id());
    assertThat(facts).hasSize(3).allMatch(f -> f.quote().startsWith("<https://example.org/jane>"));
    assertThat(
            take(turtle.getBytes(StandardCharsets.UTF_8), RdfSyntax.TURTLE, "others.ttl")
                .accepted())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x 'y'>]><r/>",
        "<!doctype r SYSTEM 'file:///etc/passwd'><r/>",
        "<?xml version='1.0' encoding='UTF-16'?><r/>",
        "not xml at all",
      })
  void xmlWithEntitiesIsRefused(String xml) {
    assertThatThrownBy(
            () -> take(xml.getBytes(StandardCharsets.UTF_8), RdfSyntax.RDF_XML, "bad.rdf"))
        .isInstanceOf(ImportRefused.class)
        .hasMessageStartingWith("The file bad.rdf was not taken in: ");
  }

  @Test
  void noCellIsAFormulaAndEveryLineIsJson() {
    history();

    var csv = new String(export(Format.CSV), StandardCharsets.UTF_8);
    assertThat(csv).contains("\"'=Acme ➜ ünïcode\"").doesNotContain(",=").doesNotContain("\n=");
    var lines = new String(export(Format.JSON_LINES), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.startsWith("{\"t\":\"") && line.endsWith("}"))
        .anyMatch(line -> line.contains("\\\"D\\\""));
  }

  @Test
  void answersSparqlFreshlyAndTellsWhatItTook() {
    history();
    var told = new ArrayList<MemoryActivity>();
    var questions = Questions.over(memory, QuestionLimits.usual(), told::add);
    var role = "SELECT ?role { ?p a schema:Person ; schema:email ?e ; vcard:role ?role }";

    assertThat(words(questions.ask(role))).containsExactly("director");
    assertThat(words(questions.ask(role))).containsExactly("director");
    assertThat(told).extracting(MemoryActivity::cacheHit).containsExactly(false, true);
    remember(memory, fact(jane, "vcard:role", "owner", 20, SIGNED_CONTRACT));
    assertThat(words(questions.ask(role))).containsExactly("owner");
    assertThat(
            questions.ask(
                "ASK { GRAPH ?source { ?f continuo:predicate vcard:role ; continuo:recordedTo ?t } }"))
        .isInstanceOfSatisfying(Answer.Verdict.class, v -> assertThat(v.holds()).isTrue());
  }

  private static List<String> words(Answer answer) {
    return ((Answer.Rows) answer)
        .rows().stream().flatMap(row -> row.values().stream()).map(Answer.Cell::text).toList();
  }

  /** Supersession, late facts, confirmation, correction, retraction, derivation, merge. */
  private void history() {
    remember(memory, fact(jane, "vcard:role", "intern", 1, MAIL));
    var director = remember(memory, fact(jane, "vcard:role", "director", 9, SIGNED_CONTRACT));
    remember(memory, fact(jane, "vcard:role", "engineer", 4, MAIL));
    remember(memory, fact(jane, "vcard:role", "director", 12, MAIL));
    remember(
        memory,
        fact(jane, "schema:email", "jane@acme.example", 1, MAIL),
        link(jane, "schema:worksFor", acme, 1),
        fact(acme, "schema:name", acme.label(), 1, MAIL));
    remember(
        memory,
        fact(jane, "continuo:prefers", "short \"mails\"\\ and\ttabs", 1, MAIL)
            .derivedFrom(director.accepted().getFirst()));
    var phone = remember(memory, fact(jane, "schema:telephone", "+49 30 1234", 1, MAIL));
    var note =
        new Episode("note:" + TestMemory.unique(), "note", Said.day(30), null, "N", "Wrong.");
    memory.retract(note.key(), phone.accepted().getFirst(), note, new Generation("owner", "x"));
    var other = remember(memory, fact(jd, "continuo:prefers", "tea", 1, MAIL));
    var merge =
        memory
            .identities()
            .propose(
                director.entityIds().get(jane.key()),
                other.entityIds().get(jd.key()),
                "owner",
                "same desk");
    memory.identities().merge(merge.id(), "owner", "same desk");
  }

  private static byte[] export(Format format) {
    var out = new ByteArrayOutputStream();
    exchange.export(format, out);
    return out.toByteArray();
  }

  private static ImportReport take(byte[] bytes, RdfSyntax syntax, String name) {
    return exchange.importRdf(new ByteArrayInputStream(bytes), syntax, name, "owner");
  }

  private static boolean same(byte[] a, byte[] b) {
    return IsoMatcher.isomorphic(dataset(a), dataset(b));
  }

  private static org.apache.jena.sparql.core.DatasetGraph dataset(byte[] quads) {
    return RDFParser.source(new ByteArrayInputStream(quads)).lang(Lang.NQUADS).toDatasetGraph();
  }
}

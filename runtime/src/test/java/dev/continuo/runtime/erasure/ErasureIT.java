package dev.continuo.runtime.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.ErasureRefused;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Remembered;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.runtime.connector.ConnectorDatabase;
import dev.continuo.runtime.engine.testing.OwnNeo4j;
import dev.continuo.runtime.flow.ProcessEngine;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A client is erased from a real database, a real memory and real files. */
@ResourceLock("memory")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class ErasureIT {
  private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

  private final String name = "zephyrine" + UUID.randomUUID().toString().substring(0, 8);
  private final String address = name + "@client.example";
  private final List<Long> cancelled = new ArrayList<>();
  private final List<Object> heard = new ArrayList<>();
  private ConnectorDatabase database;
  private JdbcClient jdbc;
  private Memory memory;
  private Path data;

  @BeforeAll
  void open(@TempDir Path folder) {
    data = folder;
    database = ConnectorDatabase.fresh();
    jdbc = database.jdbc();
    var neo4j = OwnNeo4j.shared().addresses();
    memory =
        Memory.open(new MemoryAddress(neo4j.boltUri(), neo4j.neo4jUser(), neo4j.neo4jPassword()));
  }

  @AfterAll
  void close() {
    memory.close();
  }

  @Test
  void leavesNoWordOfTheClientInAnyStore() throws Exception {
    var client = everywhere(101);
    var other = everywhere(202, "bystander");
    assertThat(tablesWith(name)).hasSizeGreaterThan(10);
    var erasure = erasure(memory);
    assertThat(erasure.reach(Set.of(client))).isEqualTo(new ErasureReach(1, 1, 1, 1, 1));

    var proof = erasure.erase("erasure:1", Set.of(client), "owner", "asked by letter");

    assertThat(tablesWith(name)).isEmpty();
    assertThat(filesWith(name)).isEmpty();
    assertThat(memory.entity("mailto:" + address)).isEmpty();
    assertThat(cancelled).containsExactly(101L);
    assertThat(heard)
        .filteredOn(ErasureMoved.class::isInstance)
        .extracting(moved -> ((ErasureMoved) moved).percent())
        .as("how far it is, as it gets on")
        .hasSizeGreaterThan(5)
        .isSorted()
        .endsWith(100);
    assertThat(heard)
        .filteredOn(ClientErased.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            ClientErased.class, erased -> assertThat(erased.entityIds()).containsExactly(client));
    assertThat(proof.isDone()).isTrue();
    assertThat(proof.counts())
        .containsEntry("runs", 1)
        .containsEntry("cards", 1)
        .containsEntry("documents", 1);
    assertThat(proof.counts().get("facts")).isPositive();
    assertThat(proof.logsUntil()).isEqualTo(Instant.parse("2026-11-25T12:00:00Z"));
    assertThat(jdbc.sql("select plan from erasure").query(String.class).list()).containsOnlyNulls();
    assertThat(erasure.records(5)).containsExactly(proof);
    assertThat(erasure.erase("erasure:1", Set.of(client), "owner", "again")).isEqualTo(proof);

    assertThat(memory.entity(other)).isPresent();
    assertThat(jdbc.sql("select count(*) from card where run_key = 202").query(Long.class).single())
        .isEqualTo(1);
    assertThat(filesWith("bystander")).isNotEmpty();
  }

  @Test
  void isCarriedOnWhenMemoryDidNotAnswer() throws Exception {
    var client = everywhere(303, name + "b");
    var down = new boolean[] {true};
    var flaky =
        (Memory)
            Proxy.newProxyInstance(
                Memory.class.getClassLoader(),
                new Class<?>[] {Memory.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("erasures") && down[0] && planned("erasure:2")) {
                    throw new MemoryUnavailable("Erasing", new IllegalStateException("killed"));
                  }
                  return method.invoke(memory, arguments);
                });
    var erasure = erasure(flaky);

    assertThatThrownBy(() -> erasure.erase("erasure:2", Set.of(client), "owner", ""))
        .isInstanceOf(MemoryUnavailable.class);
    assertThat(erasure.record("erasure:2").orElseThrow().isDone()).isFalse();
    down[0] = false;

    assertThat(erasure.carryOn()).isEqualTo(1);
    assertThat(erasure.record("erasure:2").orElseThrow().isDone()).isTrue();
    assertThat(tablesWith(name + "b")).isEmpty();
    assertThat(memory.entity("mailto:" + name + "b@client.example")).isEmpty();
    assertThat(erasure.carryOn()).isZero();
  }

  @Test
  void nobodyIsErasedByMistake() {
    assertThatThrownBy(() -> erasure(memory).erase("erasure:3", Set.of("e-none"), "owner", ""))
        .isInstanceOf(ErasureRefused.class);
    assertThat(erasure(memory).record("erasure:3")).isEmpty();
  }

  private boolean planned(String key) {
    return jdbc.sql("select count(*) from erasure where key = ?")
            .param(key)
            .query(Long.class)
            .single()
        > 0;
  }

  private StoredErasure erasure(Memory of) {
    var engine =
        (ProcessEngine)
            Proxy.newProxyInstance(
                ProcessEngine.class.getClassLoader(),
                new Class<?>[] {ProcessEngine.class},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isEqualTo("cancel");
                  cancelled.add((Long) arguments[0]);
                  jdbc.sql("update run set ended_at = now() where run_key = ?")
                      .param(arguments[0])
                      .update();
                  return null;
                });
    return new StoredErasure(
        of,
        engine,
        jdbc,
        JsonMapper.builder().build(),
        database.transactions(),
        new ErasedFiles(data),
        heard::add,
        NOON,
        3);
  }

  private String everywhere(long run) throws Exception {
    return everywhere(run, name);
  }

  /** A client with a trace in memory, every table and every folder. */
  private String everywhere(long run, String who) throws Exception {
    var at = who + "@client.example";
    var raw = ("From: " + who + " <" + at + ">\n\nHello " + run).getBytes(StandardCharsets.UTF_8);
    var document = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    file(
        "documents/" + document.substring(0, 2) + "/" + document,
        new String(raw, StandardCharsets.UTF_8));
    file("inbox/done/" + run + ".eml", new String(raw, StandardCharsets.UTF_8));
    file("outbox/" + run + ".eml", "To: " + at + "\n\nDear " + who);
    file("calendar/" + run + ".ics", "ATTENDEE:mailto:" + at);
    file("log/2026-11-" + run % 30 + ".md", "- 12:00 **" + who + "** of " + at + " wrote.\n");
    var told = told(run, who, at, document);
    insert(
        "document (id, size, media_type, name) values (?, 9, 'message/rfc822', ?)", document, who);
    insert(
        "mail_message values (?, ?, ?, ?, ?, 'inbox', now())",
        "<m" + run + ">",
        "thread-" + who,
        document,
        at,
        "Offer for " + who);
    insert(
        "outgoing_mail (send_key, message_id, thread_key) values (?, ?, ?)",
        run + "-1",
        "<o" + run + ">",
        "thread-" + who);
    insert(
        "start_trigger (trigger_key, flow_id, origin, variables, run_key) values (?, 'lead', 'mail', ?, ?)",
        "mail:" + who,
        "{\"from\":\"" + at + "\"}",
        run);
    insert(
        "message_out (message_id, name, correlation_key, variables) values (?, 'mail-reply', ?, ?)",
        "r" + run,
        "thread-" + who,
        "{\"from\":\"" + at + "\"}");
    insert(
        "run (run_key, flow_id, version, process_key, state, started_at, title, open_incidents)"
            + " values (?, 'lead', 1, 1, 'RUNNING', now(), ?, 0)",
        run,
        "Lead of " + who);
    insert(
        "run_trace (key, run_key, kind, sentence, details, at) values (?, ?, 'MESSAGE', ?, ?::json, now())",
        "t" + run,
        run,
        who + " wrote.",
        "{\"from\":\"" + at + "\"}");
    insert(
        "run_incident values (?, ?, 1, 'e', 1, 'X', ?, now(), null)",
        run,
        run,
        "No answer to " + at);
    insert(
        "run_user_task values (?, ?, 1, 1, 'e', ?::json, now())",
        run,
        run,
        "{\"t\":\"" + who + "\"}");
    insert(
        "journal (pos, ts, key, pi, pd, part, vt, intent, p) values (?, now(), 1, ?, 1, 1, 'VARIABLE', 'CREATED', convert_to(?, 'UTF8'))",
        run,
        run,
        "{\"value\":\"" + at + "\"}");
    insert(
        "journal (pos, ts, key, pi, pd, part, vt, intent, p) values (?, now(), 1, -1, -1, 1, 'MESSAGE', 'PUBLISHED', convert_to(?, 'UTF8'))",
        run + 1_000,
        "{\"variables\":{\"from\":\"" + at + "\"}}");
    insert(
        "decision_evaluation (table_id, version, decision_id, inputs, outputs, hits, problems, answered, micros, run_key)"
            + " values ('t', 1, 'd', ?::json, '{}', '[]', '[]', true, 1, ?)",
        "{\"who\":\"" + who + "\"}",
        run);
    var card = UUID.randomUUID();
    insert(
        "card (id, card_key, kind, severity, title, summary, run_key, body, content_hash, state)"
            + " values (?, ?, 'EFFECT', 'NORMAL', ?, ?, ?, ?, 'h', 'DECIDED')",
        card,
        "card-" + run,
        "Answer to " + who,
        who,
        run,
        "{\"to\":\"" + at + "\"}");
    insert(
        "card_verdict (card_id, decision, who, content_hash, shown, note) values (?, 'APPROVED', 'owner', 'h', ?, ?)",
        card,
        "To " + at,
        "Nice, " + who);
    insert(
        "effect (effect_key, run_key, element_id, element_instance, job_key, title, content_hash, state)"
            + " values (?, ?, 'e', 1, 1, ?, 'h', 'SENT')",
        "fx-" + run,
        run,
        "Answer to " + who);
    insert(
        "effect_intent (idempotency_key, effect_key, ordinal, channel, summary, content, state, receipt, details)"
            + " values (?, ?, 0, 'mail', ?, ?, 'CONFIRMED', ?, ?)",
        "fx-" + run + "-0",
        "fx-" + run,
        "To " + who,
        "{\"to\":[\"" + at + "\"]}",
        "outbox/" + run + ".eml",
        "{\"to\":\"" + at + "\"}");
    insert(
        "agent_memory_write (write_key, run_key, element_id, known_before) values (?, ?, 'e', ?::jsonb)",
        told.key(),
        run,
        "{\"person\":\"" + who + "\"}");
    jdbc.sql(
            "create table if not exists later_feature (id serial primary key, words text, more jsonb)")
        .update();
    insert(
        "later_feature (words, more) values (?, ?::jsonb)",
        "Talk to " + at,
        "{\"a\":[\"" + at + "\"]}");
    return told.entityIds().get("mailto:" + at);
  }

  private Remembered told(long run, String who, String at, String document) {
    var person = new EntityRef("schema:Person", "mailto:" + at, who);
    return memory.remember(
        "write-" + run + "-" + UUID.randomUUID(),
        new Episode(
            "mail:<m" + run + name + ">",
            "mail",
            MARCH,
            document,
            "Mail",
            "From " + who + ", " + at),
        new Generation("intake", ""),
        List.of(
            new FactProposal(
                person,
                "schema:name",
                new FactValue.Text(who),
                null,
                1,
                Evidence.of("From " + who),
                SourceRank.MAIL),
            new FactProposal(
                person,
                "schema:email",
                new FactValue.Text(at),
                null,
                1,
                Evidence.of(at),
                SourceRank.MAIL)));
  }

  private void insert(String into, Object... values) {
    jdbc.sql("insert into " + into).params(values).update();
  }

  private void file(String path, String text) throws IOException {
    var file = data.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Every table of the database in which any column has that word. */
  private List<String> tablesWith(String word) {
    return jdbc
        .sql(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE' and table_name <> 'erasure'")
        .query(String.class)
        .list()
        .stream()
        .filter(
            table ->
                jdbc.sql(
                            "select count(*) from \""
                                + table
                                + "\" t where position(? in t::text) > 0 or position(? in t::text) > 0")
                        .params(
                            word, HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)))
                        .query(Long.class)
                        .single()
                    > 0)
        .toList();
  }

  private List<Path> filesWith(String word) throws IOException {
    try (var all = Files.walk(data)) {
      return all.filter(Files::isRegularFile).filter(file -> contains(file, word)).toList();
    }
  }

  private static boolean contains(Path file, String word) {
    try {
      return file.getFileName().toString().contains(word)
          || Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

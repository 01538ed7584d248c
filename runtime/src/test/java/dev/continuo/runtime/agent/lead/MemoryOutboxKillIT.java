package dev.continuo.runtime.agent.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.agent.lead.BoltGate.Moment;
import dev.continuo.runtime.engine.testing.OwnNeo4j;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * kill -9 of Neo4j in the middle of what a step writes, at chosen moments: the write waits in the
 * outbox and lands once.
 */
@ResourceLock("memory")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class MemoryOutboxKillIT {
  private BoltGate gate;
  private LeadHouse house;
  private JdbcClient jdbc;

  @BeforeAll
  void open(@TempDir Path folder) {
    var neo4j = OwnNeo4j.shared();
    var at = neo4j.addresses();
    gate = new BoltGate(URI.create(at.boltUri()).getPort(), neo4j::kill);
    house =
        new LeadHouse(folder, new MemoryAddress(gate.uri(), at.neo4jUser(), at.neo4jPassword()));
    jdbc = house.context.getBean(JdbcClient.class);
  }

  @AfterAll
  void close() {
    house.close();
    gate.close();
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aWriteThatIsCutOffWaitsAndLandsOnce(Moment moment) {
    String domain = "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    LeadHouse.Run run = house.new Run(mail(domain));
    run.does("read-mail");
    StepContext visit = run.visit("remember-message", run.variables);

    gate.callAt(moment);
    StepOutcome first = house.handler("remember-message").handle(visit);
    assertThat(gate.called()).as("Neo4j was killed in the middle of the write").isTrue();
    if (first instanceof StepOutcome.Retry) {
      assertThat(open(visit)).as("the write waits in the outbox").isEqualTo(1);
    }

    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofMinutes(2))
        .until(() -> house.handler("remember-message").handle(visit) instanceof StepOutcome.Done);

    assertThat(open(visit)).isZero();
    String person = patiently("mailto:ida@" + domain);
    var requests = house.memory.references(person, "continuo:requestedBy", AsOf.now());
    assertThat(requests).hasSize(1);
    assertThat(house.memory.facts(person))
        .extracting(fact -> fact.predicate() + " " + fact.value().words())
        .contains("schema:name Ida Storm")
        .doesNotHaveDuplicates();
    assertThat(house.memory.remembered(MemoryOutbox.key(visit)).orElseThrow().rejected()).isEmpty();
    assertThat(house.memory.facts(requests.getFirst().subjectId()))
        .extracting(fact -> fact.predicate() + " " + fact.value().words())
        .contains("continuo:state open")
        .doesNotHaveDuplicates();
  }

  private String patiently(String key) {
    return Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofMinutes(1))
        .ignoreException(MemoryUnavailable.class)
        .until(() -> house.memory.entity(key), found -> found.isPresent())
        .orElseThrow()
        .id();
  }

  private long open(StepContext visit) {
    return jdbc.sql(
            "select count(*) from agent_memory_write where write_key = ? and done_at is null")
        .param(MemoryOutbox.key(visit))
        .query(Long.class)
        .single();
  }

  private static String mail(String domain) {
    return """
        From: Ida Storm <ida@%1$s>
        To: kari@studio.example
        Subject: New website
        Message-ID: <1@%1$s>
        Date: Sun, 22 Nov 2026 10:12:00 +0100
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Hello, could you redesign our website? Our budget is EUR 10,000.

        Ida Storm
        """
        .formatted(domain);
  }
}

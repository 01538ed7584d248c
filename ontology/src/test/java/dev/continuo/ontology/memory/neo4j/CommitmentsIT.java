package dev.continuo.ontology.memory.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("apart")
class CommitmentsIT {
  private static final Instant PROMISED = Instant.now().minus(Duration.ofDays(2));
  private static final Instant LATE = Instant.now().minus(Duration.ofDays(1));
  private static Memory memory;

  private final String name = TestMemory.unique();

  @BeforeAll
  static void open() {
    memory = TestMemory.open();
  }

  @AfterAll
  static void close() {
    memory.close();
  }

  @Test
  void tellsWhatIsDueNextAndLeavesOutWhatIsOver() {
    promise("third", LATE.plus(Duration.ofDays(30)), "open");
    promise("first", LATE, "open");
    promise("kept", LATE, "kept");
    promise("cancelled", LATE, "cancelled");
    promise("second", LATE.plusMillis(1), "open");
    promise("far", LATE.plus(Duration.ofDays(400)), "open");

    assertThat(due(LATE.plus(Duration.ofDays(31)))).containsExactly("first", "second", "third");
    assertThat(due(LATE)).isEmpty();
  }

  @Test
  void aCommitmentThatIsKeptLaterIsNoLongerDue() {
    promise("soon", LATE, "open");
    state("soon", "kept", PROMISED.plusSeconds(60));

    assertThat(due(Instant.now())).isEmpty();
  }

  private List<String> due(Instant before) {
    return memory.commitmentsDue(before, 5_000).stream()
        .map(Fact::subjectLabel)
        .filter(label -> label.endsWith(name))
        .map(label -> label.substring(0, label.indexOf(' ')))
        .toList();
  }

  private void promise(String which, Instant due, String state) {
    var owed = owed(which);
    remember(
        which,
        PROMISED,
        fact(owed, "vf:provider", new FactValue.Ref(person("jane"))),
        fact(owed, "vf:receiver", new FactValue.Ref(person("kari"))),
        fact(owed, "schema:description", new FactValue.Text("Send the figures")),
        fact(owed, "vf:due", new FactValue.Moment(due)),
        fact(owed, "continuo:state", new FactValue.Text(state)));
  }

  private void state(String which, String state, Instant at) {
    var remembered =
        remember(
            which + "-" + state,
            at,
            fact(owed(which), "continuo:state", new FactValue.Text(state)));
    assertThat(remembered).hasSize(1);
  }

  private List<String> remember(String what, Instant at, FactProposal... proposals) {
    var note = new Episode("note:" + name + what, "note", at, null, "A note", "I promise it");
    var remembered =
        memory.remember(
            "write:" + note.key(), note, new Generation("intake", "test"), List.of(proposals));
    assertThat(remembered.rejected()).isEmpty();
    assertThat(remembered.review()).isEmpty();
    return remembered.accepted();
  }

  private EntityRef owed(String which) {
    return new EntityRef("vf:Commitment", "commitment:" + which + name, which + " " + name);
  }

  private EntityRef person(String who) {
    return new EntityRef(
        "schema:Person", "mailto:" + who + "@" + name + ".example", who + " " + name);
  }

  private static FactProposal fact(EntityRef subject, String predicate, FactValue value) {
    return new FactProposal(
        subject, predicate, value, null, 1.0, Evidence.of("I promise it"), SourceRank.MAIL);
  }
}

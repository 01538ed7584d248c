package dev.continuo.designer.spine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.ontology.memory.MemoryOptions;
import dev.continuo.ontology.memory.NameLikeness;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.runtime.engine.testing.TestEngines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped flow that sums up what was learned in days, weeks and quarters that have ended. */
class RollUpsIT {
  private static final Instant MAY = Instant.parse("2025-05-14T10:00:00Z");
  private static RunningContinuo continuo;

  private final String mark = Long.toString(System.nanoTime(), 36);
  private Instant now = MAY;

  @BeforeAll
  static void start() {
    continuo = Spine.continuo();
  }

  @Test
  void everyFactThatWasAcceptedIsFoundThroughTheRollUpsOfItsDayWeekAndQuarter() {
    var at = TestEngines.shared().neo4j();
    var address =
        new MemoryAddress(
            Objects.requireNonNull(at.boltUri()),
            Objects.requireNonNull(at.neo4jUser()),
            Objects.requireNonNull(at.neo4jPassword()));
    try (var memory =
            Memory.open(
                address, new MemoryOptions(Activities.none(), NameLikeness.none(), () -> now));
        var recall =
            Recall.open(address, () -> memory.vocabularies().current(), new NoModel(), () -> now)) {
      var accepted = new ArrayList<String>();
      accepted.addAll(heard(memory, MAY, "designer"));
      accepted.addAll(heard(memory, MAY.plusSeconds(TimeUnit.DAYS.toSeconds(2)), "director"));
      accepted.addAll(heard(memory, MAY.plusSeconds(TimeUnit.DAYS.toSeconds(40)), "owner"));

      var started = continuo.postOnce("/api/v1/flows/roll-ups/runs", "roll-ups-" + mark, Map.of());
      assertThat(started.code()).as("%s", started.body()).isBetween(200, 202);
      for (String fact : accepted) {
        Eventually.within(
            120, "three roll-ups of " + fact, () -> recall.rollUps().over(fact).size() == 3);
        assertThat(recall.rollUps().over(fact))
            .extracting(key -> key.substring(0, key.indexOf(':')))
            .containsExactlyInAnyOrder("session", "week", "quarter");
        assertThat(recall.rollUps().over(fact))
            .allSatisfy(
                key ->
                    assertThat(recall.rollUps().get(key).orElseThrow().factIds()).contains(fact));
      }
    }
  }

  private List<String> heard(Memory memory, Instant at, String role) {
    now = at;
    var person =
        new EntityRef("schema:Person", "mailto:ida@" + mark + ".example", "Ida Stern " + mark);
    var key = "note:" + mark + role;
    var text = "I am the " + role + " now.";
    return memory
        .remember(
            key,
            new Episode(key, "note", at, null, "A note", text),
            new Generation("test", "roll-ups"),
            List.of(
                new FactProposal(
                    person,
                    "vcard:role",
                    new FactValue.Text(role),
                    at,
                    1,
                    Evidence.of(text),
                    SourceRank.MAIL)))
        .accepted();
  }

  /** Roll-ups are only read here. */
  private record NoModel() implements Embeddings {
    @Override
    public int dimensions() {
      return 384;
    }

    @Override
    public float[] embed(String text) {
      throw new UnsupportedOperationException("The application writes the roll-ups.");
    }
  }
}

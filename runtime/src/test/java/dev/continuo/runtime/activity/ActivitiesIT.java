package dev.continuo.runtime.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.MemoryActivity;
import dev.continuo.ontology.memory.MemoryActivity.Kind;
import dev.continuo.runtime.connector.ConnectorDatabase;
import dev.continuo.runtime.erasure.ClientErased;
import dev.continuo.runtime.flow.CurrentStep;
import dev.continuo.runtime.flow.StepContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** What memory tells, stored and added up in a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class ActivitiesIT {
  private static final Instant NOW = Instant.now();
  private StoredActivities told;
  private ActivityLog log;

  @BeforeAll
  void open() {
    var database = ConnectorDatabase.fresh();
    told = new StoredActivities(new JdbcTemplate(database.source()), 90);
    log = new StoredActivityLog(database.jdbc(), 90);
  }

  @Test
  void readsAndWritesAreSummedByRunAndByClient() throws Exception {
    CurrentStep.during(
        new Step(71),
        () -> {
          told.record(activity(Kind.READ, "recall", "e-a", true, 3, 400, null));
          told.record(activity(Kind.WRITE, "remember", "e-b", false, 0, 0, null));
          return null;
        });
    told.record(activity(Kind.READ, "facts", "e-a", false, 2, 0, "MemoryFailed"));
    told.store();

    var run = log.sumOfRun(71);
    assertThat(run)
        .isEqualTo(
            new ActivitySums(
                1, 1, 3_000, 8, 400, 1, 3, 500_000, 0, List.of("memory_entity_id", "memory_key")));
    var client = log.sumOfClient("e-a");
    assertThat(client.reads()).isEqualTo(2);
    assertThat(client.writes()).isZero();
    assertThat(client.staleDropped()).isEqualTo(5);
    assertThat(client.failures()).isEqualTo(1);
    assertThat(log.ofRun(71, 10)).extracting(Activity::name).containsExactly("recall", "remember");
    assertThat(log.ofRun(71, 10)).extracting(Activity::elementId).containsOnly("read");
    assertThat(log.sumOfRun(72).any()).isFalse();
  }

  @Test
  void outsideOfAStepNoRunIsNamed() throws Exception {
    var inside = new AtomicBoolean();
    CurrentStep.during(
        new Step(1),
        () -> {
          inside.set(CurrentStep.get().isPresent());
          return null;
        });
    assertThat(inside).isTrue();
    assertThat(CurrentStep.get()).isEmpty();
  }

  @Test
  void anErasedClientLeavesNone() {
    told.record(activity(Kind.READ, "facts", "e-gone", false, 0, 0, null));
    told.on(new ClientErased(Set.of("e-gone"), Set.of()));
    assertThat(log.sumOfClient("e-gone").any()).isFalse();
  }

  private static MemoryActivity activity(
      Kind kind,
      String name,
      String entity,
      boolean warm,
      int stale,
      int tokens,
      @Nullable String failure) {
    return new MemoryActivity(
        kind,
        name,
        null,
        List.of(entity),
        NOW,
        1_500,
        4,
        List.of(kind == Kind.READ ? "memory_entity_id" : "memory_key"),
        warm,
        stale,
        tokens,
        new BigDecimal("0.25"),
        failure);
  }

  private record Step(long runKey) implements StepContext {
    @Override
    public long jobKey() {
      return 1;
    }

    @Override
    public long elementInstanceKey() {
      return 2;
    }

    @Override
    public String flowId() {
      return "lead-intake";
    }

    @Override
    public int flowVersion() {
      return 1;
    }

    @Override
    public String elementId() {
      return "read";
    }

    @Override
    public Map<String, Object> variables() {
      return Map.of();
    }

    @Override
    public Map<String, String> headers() {
      return Map.of();
    }
  }
}

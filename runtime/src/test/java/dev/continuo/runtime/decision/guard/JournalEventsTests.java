package dev.continuo.runtime.decision.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.rules.guard.Guards;
import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StepCatalogue;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.flow.StepPort;
import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.JournalRecord;
import dev.continuo.runtime.journal.UserTaskJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JournalEventsTests {
  private static final Instant START = Instant.parse("2026-05-01T09:00:00Z");

  /** A step that is only described. */
  private record Described(StepDescriptor descriptor) implements StepHandler {
    static Described of(String id, String group, EffectClass effect) {
      return new Described(
          new StepDescriptor(
              id,
              id,
              group,
              "icon",
              effect,
              Lane.CRITICAL,
              RetryClass.QUICK,
              List.of(new StepPort("query", "string", "What is looked for", true)),
              List.of(),
              ""));
    }

    @Override
    public StepOutcome handle(StepContext step) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Described AGENT = Described.of("read-it", "Agents", EffectClass.NONE);
  private static final Described MAIL = Described.of("send-it", "Mail", EffectClass.OUTSIDE);
  private final List<GuardEvent> told = new ArrayList<>();
  private final KnownVariables variables = new KnownVariables();

  /** Knows variables by their scope and nothing else. */
  private static final class KnownVariables implements Journal {
    final Map<Long, Map<String, Object>> ofScope = new HashMap<>();

    @Override
    public Map<String, Object> variables(long runKey, long scopeKey) {
      return ofScope.getOrDefault(scopeKey, Map.of());
    }

    @Override
    public boolean caughtUp() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long projectedPosition() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean sees(String fence) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean await(String fence, Duration atMost) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Long> runStartedWith(String startKey) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<UserTaskJob> openUserTasks() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<UserTaskJob> openUserTask(long jobKey) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> problem() {
      throw new UnsupportedOperationException();
    }
  }

  private final JournalEvents journal =
      new JournalEvents(
          new GuardEvents() {
            @Override
            public void tell(List<GuardEvent> events) {
              told.addAll(events);
            }

            @Override
            public double total(String kind, Instant since, String except) {
              return 0;
            }

            @Override
            public String subject(@Nullable Long runKey) {
              return "h";
            }
          },
          () -> new StepCatalogue(List.of(AGENT, MAIL)),
          () -> variables,
          () -> null);

  private static JournalRecord job(long position, String intent, Described step, long run) {
    var payload =
        JsonMapper.shared()
            .valueToTree(
                Map.of("type", step.descriptor().jobType(), "elementInstanceKey", scope(position)));
    return new JournalRecord(
        position, 1, START.plusSeconds(position), position, run, 1, "JOB", intent, "it", payload);
  }

  /** Each visit of the step has a scope of its own. */
  private static long scope(long position) {
    return 1_000 + position;
  }

  private List<Firing> fired(String guard) {
    try (var watch = Guards.open().watch(guard, Map.of())) {
      return told.stream().flatMap(event -> watch.tell(event).stream()).toList();
    }
  }

  @Test
  void anAgentThatComesBackToTheSameStepInOneRunIsHeardOf() {
    journal.on(LongStream.rangeClosed(1, 5).mapToObj(n -> job(n, "CREATED", AGENT, 7)).toList());

    assertThat(fired("agent-repeats-itself"))
        .extracting(Firing::sentence)
        .containsExactly("read-it did the same 5 times in 10 minutes: it.");
  }

  @Test
  void theSameStepWithOtherValuesIsAnotherCall() {
    variables.ofScope.put(7L, Map.of("query", "Fjord", "other", 1));
    for (long n = 1; n <= 8; n++) {
      variables.ofScope.put(scope(n), n % 2 == 0 ? Map.of("query", "Berg " + n) : Map.of());
    }
    var jobs = LongStream.rangeClosed(1, 8).mapToObj(n -> job(n, "CREATED", AGENT, 7)).toList();
    journal.on(jobs);

    assertThat(told.stream().map(GuardEvent::detail).distinct())
        .as("four of the run's own value, and four of their own")
        .hasSize(5)
        .allSatisfy(call -> assertThat(call).startsWith("it (values "));
    assertThat(fired("agent-repeats-itself")).as("four equal calls are no circle").isEmpty();

    variables.ofScope.put(7L, Map.of("other", 2, "query", "Fjord"));
    journal.on(List.of(job(9, "CREATED", AGENT, 7)));
    assertThat(fired("agent-repeats-itself"))
        .as("the fifth of them is; what the step does not look at makes no difference")
        .hasSize(1);
  }

  @Test
  void fiveRunsThatAskOnceAreNoCircle() {
    journal.on(LongStream.rangeClosed(1, 5).mapToObj(n -> job(n, "CREATED", AGENT, n)).toList());

    assertThat(told).hasSize(5);
    assertThat(fired("agent-repeats-itself")).isEmpty();
  }

  @Test
  void aStepThatReachesOutsideAndFailsIsAFailureOfItsConnectorAndOfTheFlow() {
    journal.on(LongStream.rangeClosed(1, 5).mapToObj(n -> job(n, "FAILED", MAIL, n)).toList());

    assertThat(fired("connector-errors"))
        .extracting(Firing::sentence)
        .containsExactly("send-it failed 5 times in 10 minutes.");
    assertThat(fired("step-fails-in-many-runs").getFirst().sentence())
        .isEqualTo("The step it failed in 3 runs in 24 hours.");
  }
}

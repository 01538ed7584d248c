package dev.continuo.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.UserTaskJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedEngineTests {
  @TempDir Path data;
  private final Engine engine = new Engine();
  private final FencedJournal journal = new FencedJournal();
  private Path note;
  private FollowedEngine followed;

  @BeforeEach
  void engine() {
    note = data.resolve("run/journal-problem");
    followed = new FollowedEngine(engine, () -> journal, note);
  }

  @Test
  void anEngineIsFollowedOnceAFenceCameThroughAndIsNotAskedAgain() {
    assertThat(followed.follows()).as("before the first look").isFalse();
    assertThat(followed.look()).isTrue();
    assertThat(followed.look()).isTrue();
    assertThat(followed.follows()).isTrue();
    assertThat(engine.published).hasSize(1);
    assertThat(note).doesNotExist();
  }

  @Test
  void aComplaintStopsItAndStaysAsANoteUntilTheJournalGoesOn() throws Exception {
    followed.look();
    journal.problem = "The log is another one.";
    assertThat(followed.look()).isFalse();
    assertThat(followed.follows()).isFalse();
    assertThat(followed.stands()).isTrue();
    assertThat(Files.readString(note)).contains("The log is another one.");

    journal.problem = null;
    assertThat(followed.look()).isTrue();
    assertThat(followed.stands()).isFalse();
    assertThat(note).doesNotExist();
  }

  @Test
  void anOldComplaintIsAskedForAnew() {
    journal.problem = "from before the folder was put back";
    followed.look();
    assertThat(engine.published).as("a record that the exporter has to judge").hasSize(1);
  }

  @Test
  void anEngineThatIsStartingIsNotFollowedYet() {
    engine.away = true;
    assertThat(followed.look()).isFalse();
    assertThat(followed.stands()).isFalse();
    engine.away = false;
    assertThat(followed.look()).isTrue();
  }

  private final class FencedJournal implements Journal {
    private @Nullable String problem;

    @Override
    public boolean sees(String fence) {
      return problem == null && engine.published.contains(fence);
    }

    @Override
    public boolean await(String fence, Duration atMost) {
      return sees(fence);
    }

    @Override
    public Optional<String> problem() {
      return Optional.ofNullable(problem);
    }

    @Override
    public boolean caughtUp() {
      return true;
    }

    @Override
    public long projectedPosition() {
      return 0;
    }

    @Override
    public Optional<Long> runStartedWith(String startKey) {
      return Optional.empty();
    }

    @Override
    public List<UserTaskJob> openUserTasks() {
      return List.of();
    }

    @Override
    public Optional<UserTaskJob> openUserTask(long jobKey) {
      return Optional.empty();
    }

    @Override
    public Map<String, Object> variables(long runKey, long scopeKey) {
      return Map.of();
    }
  }

  private static final class Engine implements ProcessEngine {
    private final Set<String> published = new HashSet<>();
    private boolean away;

    @Override
    public void publish(
        String name,
        String correlationKey,
        String messageId,
        Duration timeToLive,
        Map<String, Object> variables) {
      if (away) {
        throw new EngineTrouble.Unreachable("starting", new IllegalStateException());
      }
      assertThat(name).isEqualTo(Journal.FENCE_MESSAGE);
      published.add(messageId);
    }

    @Override
    public DeployedProcess deploy(String resourceName, String xml) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long start(String processId, Map<String, Object> variables) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void complete(long jobKey, Map<String, Object> variables) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void lease(long jobKey, Duration duration) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void tryAgain(long jobKey, long incidentKey, int retries) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(long runKey) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean answers() {
      return !away;
    }
  }
}

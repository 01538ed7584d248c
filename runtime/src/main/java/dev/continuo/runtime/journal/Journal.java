package dev.continuo.runtime.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Look-ups in what the engine recorded, for features that must know before they act. */
public interface Journal {
  /** The name of the message that {@link #sees} looks for. */
  String FENCE_MESSAGE = "continuo-fence";

  /**
   * Whether everything that the engine's exporter has stored is projected. It says nothing about
   * records that the exporter has not stored yet: for that, publish a {@link #FENCE_MESSAGE} and
   * wait until {@link #sees} knows it.
   */
  boolean caughtUp();

  /** The newest projected position; with several partitions the smallest of them. */
  long projectedPosition();

  /**
   * Whether the fence message of this id has come through: then everything that the engine recorded
   * on that partition before it is in the journal and in the read model.
   *
   * @param fence id and correlation key of a message named {@link #FENCE_MESSAGE}
   */
  boolean sees(String fence);

  /** Waits for {@link #sees}; false when the time is over. */
  boolean await(String fence, Duration atMost) throws InterruptedException;

  /**
   * The run that began with the variable {@code startKey} of this value, or, without such a
   * variable, through a start message with this correlation key.
   */
  Optional<Long> runStartedWith(String startKey);

  /** User tasks that wait for their job to be completed, oldest first. */
  List<UserTaskJob> openUserTasks();

  /** One waiting user task. */
  Optional<UserTaskJob> openUserTask(long jobKey);

  /**
   * The newest values of the variables that live in exactly this scope.
   *
   * @param runKey the run
   * @param scopeKey an element instance for its local variables, the run key for the run's own
   */
  Map<String, Object> variables(long runKey, long scopeKey);

  /** In words why the journal stands still; empty while it moves. */
  Optional<String> problem();
}

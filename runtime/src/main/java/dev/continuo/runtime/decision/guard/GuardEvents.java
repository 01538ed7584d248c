package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.GuardEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where features tell what happened, for the guards. */
public interface GuardEvents {
  /**
   * Tells events, in the caller's transaction or in one of its own. An event whose id is known is
   * not told again.
   */
  void tell(List<GuardEvent> events);

  /**
   * The amounts of all events of a kind since then, added up.
   *
   * @param except events whose id begins so are not counted
   */
  double total(String kind, Instant since, String except);

  /** Whom a run is about: the sender of its mail; else the run itself. */
  String subject(@Nullable Long runKey);
}

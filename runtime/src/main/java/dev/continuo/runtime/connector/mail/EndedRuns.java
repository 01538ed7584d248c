package dev.continuo.runtime.connector.mail;

import java.util.Optional;

/** Tells which threads nobody waits for any more. */
interface EndedRuns {
  /** The run behind the thread, if it is known to have ended. */
  Optional<Long> behind(String threadKey);
}

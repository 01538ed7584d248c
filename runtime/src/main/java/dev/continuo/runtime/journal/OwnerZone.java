package dev.continuo.runtime.journal;

import java.time.ZoneId;

/**
 * The zone in which the log's days begin and its times are written. Implemented by whoever keeps
 * the owner's settings; without such a bean it is the machine's zone.
 */
public interface OwnerZone {
  /** The owner's zone now. */
  ZoneId zone();
}

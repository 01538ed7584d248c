package dev.continuo.runtime.activity;

import java.util.List;

/** Reads and writes of memory as they were told; a moment behind. */
public interface ActivityLog {
  /** What a run did, in order. */
  List<Activity> ofRun(long runKey, int most);

  /** What was done about an entity, newest first. */
  List<Activity> ofClient(String entityId, int most);

  /** The sums of a run. */
  ActivitySums sumOfRun(long runKey);

  /** The sums of an entity, over as many days as activities are kept. */
  ActivitySums sumOfClient(String entityId);

  /** How many days they are kept. */
  int keptDays();
}

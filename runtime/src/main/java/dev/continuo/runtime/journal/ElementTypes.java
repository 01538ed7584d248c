package dev.continuo.runtime.journal;

import java.util.Set;

/** What Zeebe's element types mean for the place where a run stands. */
final class ElementTypes {
  static final String PROCESS = "PROCESS";

  /** They hold other elements and are never themselves the place. */
  private static final Set<String> SCOPES =
      Set.of(PROCESS, "SUB_PROCESS", "EVENT_SUB_PROCESS", "MULTI_INSTANCE_BODY");

  /** Nothing of ours is at work while one of these is open. */
  private static final Set<String> WAITING =
      Set.of(
          "USER_TASK",
          "RECEIVE_TASK",
          "INTERMEDIATE_CATCH_EVENT",
          "EVENT_BASED_GATEWAY",
          "CALL_ACTIVITY");

  private ElementTypes() {}

  static boolean isScope(String type) {
    return SCOPES.contains(type);
  }

  static boolean waits(String type) {
    return WAITING.contains(type);
  }
}

package dev.continuo.runtime.flow;

/**
 * Thrown when the engine will not start a released flow. Nothing was started, and the same key may
 * be used again. Trying again without a change will not help.
 */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefused(String flowId, EngineTrouble.Refused why) {
    super(
        ("The flow '%s' was not started: the process engine refused it (%s). If it begins only by a"
                + " timer, give it a second start event without one; if its values are the reason,"
                + " change them. Then release it and start it again.")
            .formatted(flowId, why.getMessage()),
        why);
  }

  /** A stable code for the API. */
  public String code() {
    return "start-refused";
  }
}

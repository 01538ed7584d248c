package dev.continuo.runtime.flow;

/** Thrown when a flow is to be started that has no released version. Trying again will not help. */
public final class FlowNotReleased extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FlowNotReleased(String flowId) {
    super(
        "There is no released flow '%s'. Only released flows can start. Release it on the Flows page, or use the id of one that is."
            .formatted(flowId));
  }

  /** A stable code for the API. */
  public String code() {
    return "flow-not-released";
  }
}
